using System.Net;

namespace StakeBot.Adapters.Tests.Web;

public sealed class GuardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example:{0}")]
    [InlineData("127.0.0.1.evil.example:{0}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    [InlineData("127.0.0.2:{0}")]
    [InlineData("0.0.0.0:{0}")]
    public async Task A_name_that_was_pointed_here_is_refused(string host)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        string named = host.Replace("{0}", $"{visitor.Site.Port}", StringComparison.Ordinal);
        foreach (string path in (string[])["/", "/healthz", "/api/commands", "/page/main.js"])
        {
            using HttpResponseMessage response = await visitor.GetAsync(path, ("Host", named));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    public async Task The_machine_s_own_names_are_served(string name)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.StandOutsideAsync();
        using HttpResponseMessage response = await visitor.GetAsync("/healthz", ("Host", $"{name}:{visitor.Site.Port}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("http://evil.example", null)]
    [InlineData("null", null)]
    [InlineData("https://{0}", null)]
    [InlineData("http://127.0.0.1:1", null)]
    [InlineData("http://localhost:{1}", null)]
    [InlineData("http://{0}", "cross-site")]
    [InlineData("http://{0}", "same-site")]
    public async Task Another_page_cannot_post(string? origin, string? site)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        List<(string, string)> headers = [];
        if (origin is not null)
            headers.Add(("Origin", origin.Replace("{0}", visitor.Site.Authority, StringComparison.Ordinal).Replace("{1}", $"{visitor.Site.Port}", StringComparison.Ordinal)));
        if (site is not null)
            headers.Add(("Sec-Fetch-Site", site));
        foreach (string path in (string[])["/api/messages", "/api/stop"])
        {
            StringContent body = new("{\"id\":\"1\",\"text\":\"/status\"}", null, "application/json");
            using HttpResponseMessage response = await visitor.SendAsync(HttpMethod.Post, path, body, [.. headers]);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Equal("The request came from another page. Nothing was done.", await response.Content.ReadAsStringAsync(Ct));
        }
        Assert.Empty(chat.Bot.Heard);
    }

    [Fact]
    public async Task Another_page_of_this_machine_cannot_read()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        foreach (string path in (string[])["/api/events", "/api/commands", "/page/main.js"])
        {
            using HttpResponseMessage response = await visitor.GetAsync(path, ("Sec-Fetch-Site", "same-site"));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/api/commands")]
    [InlineData("/page/main.js")]
    [InlineData("/nowhere")]
    public async Task Every_answer_tells_the_browser_to_be_careful(string path)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage response = await visitor.GetAsync(path);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
        bool ownFile = path.StartsWith("/page/", StringComparison.Ordinal);
        Assert.Equal(ownFile ? "no-cache" : "no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Health_is_told_without_a_cookie()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor stranger = await chat.StandOutsideAsync();
        using HttpResponseMessage response = await stranger.GetAsync("/healthz");
        Assert.Equal("{\"status\":\"ok\"}", await response.Content.ReadAsStringAsync(Ct));
    }
}
