using System.Net;

namespace StakeBot.Adapters.Tests.Web;

public sealed class DoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_printed_address_holds_a_token_of_128_bits_and_leads_to_this_machine()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        Uri address = await chat.AddressAsync();
        Assert.Equal("127.0.0.1", address.Host);
        Assert.Matches("^/\\?token=[0-9a-f]{32}$", address.PathAndQuery);
    }

    [Fact]
    public async Task Opening_the_printed_address_gives_a_cookie_and_leads_on_without_the_token()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.StandOutsideAsync();
        using HttpResponseMessage response = await visitor.GetAsync(visitor.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches($"^stakebot-{visitor.Site.Port}=[0-9a-f]{{64}}; path=/; samesite=strict; httponly$", cookie);
        using HttpResponseMessage page = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("id=\"composer\"", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_works_once_and_the_next_address_is_printed_at_once()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor first = await chat.EnterAsync();
        using WebVisitor late = new(first.Address);
        using HttpResponseMessage refused = await late.GetAsync(first.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        using WebVisitor second = await chat.StandOutsideAsync();
        Assert.NotEqual(first.Address, second.Address);
        using HttpResponseMessage letIn = await second.GetAsync(second.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.SeeOther, letIn.StatusCode);
    }

    [Fact]
    public async Task A_browser_without_a_cookie_is_told_how_to_get_in()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor stranger = await chat.StandOutsideAsync();
        using HttpResponseMessage response = await stranger.GetAsync("/");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        string page = await response.Content.ReadAsStringAsync(Ct);
        Assert.Contains("newest address", page, StringComparison.Ordinal);
        Assert.Contains("restart StakeBot", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?token=00000000000000000000000000000000")]
    [InlineData("/?token=")]
    [InlineData("/?TOKEN=short")]
    [InlineData("/?token=a&token=b")]
    public async Task A_wrong_token_lets_nobody_in_and_uses_nothing_up(string path)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.StandOutsideAsync();
        using HttpResponseMessage refused = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using HttpResponseMessage letIn = await visitor.GetAsync(visitor.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.SeeOther, letIn.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_was_let_in_comes_home_by_an_old_address_too()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage again = await visitor.GetAsync(visitor.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_browser_that_loads_the_address_ahead_does_not_use_it_up()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.StandOutsideAsync();
        using HttpResponseMessage ahead = await visitor.GetAsync(visitor.Address.PathAndQuery, ("Sec-Purpose", "prefetch;prerender"));
        Assert.Equal(HttpStatusCode.Forbidden, ahead.StatusCode);
        using HttpResponseMessage letIn = await visitor.GetAsync(visitor.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.SeeOther, letIn.StatusCode);
    }

    [Fact]
    public async Task Sessions_of_two_browsers_are_apart()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor first = await chat.EnterAsync();
        using WebVisitor second = await chat.EnterAsync();
        await using PageEvents seenByFirst = await first.FollowAsync();
        await using PageEvents seenBySecond = await second.FollowAsync();
        await seenBySecond.NextAsync("reply");
        using HttpResponseMessage said = await first.SayAsync("for the first", "1");
        Assert.Equal("for the first", (await seenByFirst.NextAsync("said")).GetProperty("text").GetString());
        using HttpResponseMessage other = await second.SayAsync("for the second", "1");
        Assert.Equal("for the second", (await seenBySecond.NextAsync("said")).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/api/events")]
    [InlineData("/api/commands")]
    [InlineData("/pictures/00000000000000000000000000000000.png")]
    public async Task Nothing_is_read_without_a_cookie(string path)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor stranger = await chat.StandOutsideAsync();
        using HttpResponseMessage response = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("has not been let in", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/messages")]
    [InlineData("/api/stop")]
    public async Task Nothing_is_done_without_a_cookie(string path)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor stranger = await chat.StandOutsideAsync();
        using HttpResponseMessage response = await stranger.PostAsync(path, new StringContent("{\"id\":\"1\",\"text\":\"/status\"}", null, "application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(chat.Bot.Heard);
    }

    [Fact]
    public async Task A_cookie_that_was_made_up_opens_nothing()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor stranger = await chat.StandOutsideAsync();
        stranger.Cookies.Add(stranger.Site, new Cookie($"stakebot-{stranger.Site.Port}", new string('0', 64)));
        using HttpResponseMessage response = await stranger.GetAsync("/api/commands");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
