using System.Text.Json;
using StakeBot.Adapters.Web;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Web;

public sealed class DocumentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_given_to_whoever_was_let_in_kept_by_nothing_and_refused_to_others()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        JsonElement document = (await visitor.AsksAsync("/export")).GetProperty("documents")[0];
        Assert.Equal(SampleTalk.File.FileName, document.GetProperty("name").GetString());
        Assert.Equal(SampleTalk.File.Bytes.Length, document.GetProperty("bytes").GetInt32());
        string url = document.GetProperty("url").GetString()!;

        using HttpResponseMessage given = await visitor.GetAsync(url);
        Assert.Equal(SampleTalk.File.Bytes.ToArray(), await given.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("text/csv", given.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", given.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(SampleTalk.File.FileName, given.Content.Headers.ContentDisposition?.FileName);
        Assert.True(given.Headers.CacheControl!.NoStore);
        await chat.RefusesStrangersAsync(url);
    }

    [Fact]
    public async Task A_file_that_is_no_longer_kept_says_so()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await chat.SaysItIsNoLongerKeptAsync("/documents/00");
    }

    [Fact]
    public void The_oldest_files_give_way_by_number_and_by_weight()
    {
        DocumentStore many = new();
        string[] ids = [.. Enumerable.Range(0, 33).Select(_ => many.Add(SampleTalk.File))];
        Assert.Null(many.Find(ids[0]));
        Assert.All(ids[1..], id => Assert.NotNull(many.Find(id)));

        DocumentStore heavy = new();
        Document file = SampleTalk.File with { Bytes = new byte[40 * 1024 * 1024] };
        string first = heavy.Add(file);
        string second = heavy.Add(file);
        Assert.Null(heavy.Find(first));
        Assert.NotNull(heavy.Find(second));
    }
}
