using System.Net;

namespace StakeBot.Adapters.Tests.Web;

public sealed class LogTests
{
    [Fact]
    public async Task Neither_the_token_nor_the_cookie_is_in_the_log_at_any_level()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        // The same address again, elsewhere, and a wrong one: what is refused must not be written down either.
        string token = visitor.Address.Query.Split('=')[1];
        using WebVisitor late = new(visitor.Address);
        foreach (string path in (string[])[$"/?token={token}", $"/api/commands?a=b&token={token}", $"/nowhere?Token={token}"])
        {
            using HttpResponseMessage refused = await late.GetAsync(path);
            Assert.False(refused.IsSuccessStatusCode);
        }
        Uri next = await chat.AddressAsync();
        Cookie cookie = Assert.Single(visitor.Cookies.GetCookies(visitor.Site));

        // The log is read only once it is known to hold every request: the server writes those lines.
        Assert.Contains(chat.Log.Lines, line => line.Contains("Request starting", StringComparison.Ordinal));
        Assert.Contains(chat.Log.Lines, line => line.StartsWith("Trace", StringComparison.Ordinal) || line.StartsWith("Debug", StringComparison.Ordinal));
        foreach (string secret in (string[])[token, next.Query.Split('=')[1], cookie.Value])
            Assert.DoesNotContain(chat.Log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Coming_and_leaving_writes_no_warning()
    {
        RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        PageEvents left = await visitor.FollowAsync();
        await left.NextAsync("ready");
        await left.DisposeAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        await chat.DisposeAsync();
        Assert.DoesNotContain(chat.Log.Lines, line =>
            line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }
}
