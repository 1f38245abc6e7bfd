using StakeBot.Adapters.Web;

namespace StakeBot.Adapters.Tests.Web;

public sealed class PictureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_shown_to_whoever_was_let_in_and_to_nobody_else()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        string url = (await visitor.AsksAsync("/frontier")).GetProperty("pictures")[0].GetProperty("url").GetString()!;
        using HttpResponseMessage shown = await visitor.GetAsync(url);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal(SampleTalk.Chart(), await shown.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("immutable", shown.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl.Private);
        await chat.RefusesStrangersAsync(url);
    }

    [Fact]
    public async Task A_picture_that_is_no_longer_kept_says_so()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await chat.SaysItIsNoLongerKeptAsync("/pictures/00.png");
    }

    [Fact]
    public void The_oldest_pictures_give_way_by_number()
    {
        PictureStore store = new();
        string[] ids = [.. Enumerable.Range(0, 257).Select(_ => store.Add(new byte[1]))];
        Assert.Null(store.Find(ids[0]));
        Assert.All(ids[1..], id => Assert.NotNull(store.Find(id)));
    }

    [Fact]
    public void The_oldest_pictures_give_way_by_weight()
    {
        PictureStore store = new();
        byte[] heavy = new byte[24 * 1024 * 1024];
        string[] ids = [.. Enumerable.Range(0, 3).Select(_ => store.Add(heavy))];
        Assert.Null(store.Find(ids[0]));
        Assert.NotNull(store.Find(ids[1]));
        Assert.NotNull(store.Find(ids[2]));
    }

    [Fact]
    public void A_picture_s_size_is_read_from_its_head()
    {
        byte[] png = SampleTalk.Chart();
        Assert.Equal((1200, 800), PngSize.Of(png));
        Assert.Null(PngSize.Of(png.AsSpan(0, 20)));
        Assert.Null(PngSize.Of(new byte[64]));
    }
}
