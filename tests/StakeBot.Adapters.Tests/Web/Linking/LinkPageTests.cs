using System.Net;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Web.Linking;

public sealed class LinkPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_entered_checked_and_linked_once()
    {
        await using RunningLinkPage page = await RunningLinkPage.StartAsync();
        (LinkTicket ticket, Uri address) = page.Issue();
        using WebVisitor visitor = new(address);

        string form = await TextAsync(await visitor.GetAsync(address.PathAndQuery), HttpStatusCode.OK);
        Assert.Contains(ticket.Words, form, StringComparison.Ordinal);
        string done = await TextAsync(await PostAsync(visitor, ticket), HttpStatusCode.OK);

        Assert.Contains("The key is linked", done, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingSecret, done, StringComparison.Ordinal);
        Assert.Equal(SomeKeys.ReadingSecret, (await page.Linking.KeyAsync(KeyUse.Reading, Ct))!.SecretKey.Reveal());
        await TextAsync(await PostAsync(visitor, ticket), HttpStatusCode.Forbidden);
        await TextAsync(await visitor.GetAsync(address.PathAndQuery), HttpStatusCode.Forbidden);
        Assert.Equal(1, page.Check.Asked);
    }

    [Fact]
    public async Task A_refused_key_may_be_tried_again_and_is_not_repeated()
    {
        await using RunningLinkPage page = await RunningLinkPage.StartAsync();
        page.Check.Known[SomeKeys.ReadingId] = new KeyFacts("<b>aviary</b>", ["read_user_info", "delete"]);
        (LinkTicket ticket, Uri address) = page.Issue();
        using WebVisitor visitor = new(address);

        string refused = await TextAsync(await PostAsync(visitor, ticket), HttpStatusCode.OK);

        Assert.Contains("This key may delete", refused, StringComparison.Ordinal);
        Assert.Contains("Nothing was kept.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingSecret, refused, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingId, refused, StringComparison.Ordinal);
        page.Check.Known[SomeKeys.ReadingId] = new KeyFacts("<b>aviary</b>", ["read_user_info"]);
        string done = await TextAsync(await PostAsync(visitor, ticket), HttpStatusCode.OK);
        Assert.Contains("&lt;b&gt;aviary&lt;/b&gt;", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_numerai_does_not_answer_the_page_says_so_and_keeps_nothing()
    {
        await using RunningLinkPage page = await RunningLinkPage.StartAsync();
        page.Check.Fault = new NumeraiUnavailableException("Numerai did not answer.");
        (LinkTicket ticket, Uri address) = page.Issue();
        using WebVisitor visitor = new(address);

        string failed = await TextAsync(await PostAsync(visitor, ticket), HttpStatusCode.OK);

        Assert.Contains("Numerai did not answer. Nothing was kept.", failed, StringComparison.Ordinal);
        Assert.Empty(await page.Linking.StatusAsync(Ct));
    }

    [Fact]
    public async Task Without_a_ticket_there_is_no_form()
    {
        await using RunningLinkPage page = await RunningLinkPage.StartAsync();
        (LinkTicket ticket, Uri address) = page.Issue();
        using WebVisitor visitor = new(address);

        Assert.DoesNotContain("<form", await TextAsync(await visitor.GetAsync("/link"), HttpStatusCode.Forbidden), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", await TextAsync(await visitor.GetAsync("/link?token=0000"), HttpStatusCode.Forbidden), StringComparison.Ordinal);
        await TextAsync(await PostAsync(visitor, ticket with { Token = "0000" }), HttpStatusCode.Forbidden);
        Assert.Equal(0, page.Check.Asked);
    }

    [Fact]
    public async Task Another_page_cannot_post_a_key()
    {
        await using RunningLinkPage page = await RunningLinkPage.StartAsync();
        (LinkTicket ticket, Uri address) = page.Issue();
        using WebVisitor visitor = new(address);

        using HttpResponseMessage foreign = await visitor.SendAsync(HttpMethod.Post, "/link", Form(ticket), ("Origin", "http://evil.example"));
        using HttpResponseMessage hidden = await visitor.SendAsync(HttpMethod.Post, "/link", Form(ticket), ("Origin", "null"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (foreign.StatusCode, hidden.StatusCode));
        Assert.Equal(0, page.Check.Asked);
    }

    [Fact]
    public async Task Nothing_of_it_is_stored_by_the_browser_or_logged_here()
    {
        await using RunningLinkPage page = await RunningLinkPage.StartAsync();
        (LinkTicket ticket, Uri address) = page.Issue();
        using WebVisitor visitor = new(address);

        using HttpResponseMessage form = await visitor.GetAsync(address.PathAndQuery);
        using HttpResponseMessage done = await PostAsync(visitor, ticket);

        foreach (HttpResponseMessage answer in (HttpResponseMessage[])[form, done])
        {
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
        string log = string.Join('\n', page.Log.Lines);
        Assert.Contains("/link", log, StringComparison.Ordinal);
        foreach (string secret in (string[])[ticket.Token, SomeKeys.ReadingId, SomeKeys.ReadingSecret])
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, page.Store.Everything, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(WebVisitor visitor, LinkTicket ticket) => visitor.PostAsync("/link", Form(ticket));

    private static FormUrlEncodedContent Form(LinkTicket ticket) => new(
    [
        new KeyValuePair<string, string>("ticket", ticket.Token),
        new KeyValuePair<string, string>("public-id", SomeKeys.ReadingId),
        new KeyValuePair<string, string>("secret-key", $" {SomeKeys.ReadingSecret} "),
    ]);

    private static async Task<string> TextAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            return await response.Content.ReadAsStringAsync(Ct);
        }
    }
}
