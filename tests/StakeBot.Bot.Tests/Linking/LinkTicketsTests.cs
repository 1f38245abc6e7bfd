using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Linking;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Linking;

public sealed class LinkTicketsTests
{
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly LinkTickets _tickets;

    public LinkTicketsTests() => _tickets = new LinkTickets(_time);

    [Fact]
    public void A_ticket_is_found_by_its_token_until_ten_minutes_are_over()
    {
        LinkTicket ticket = _tickets.Issue(KeyUse.Reading, "web:scripted");

        Assert.Equal(ticket, _tickets.Find(ticket.Token));
        Assert.Null(_tickets.Find("00000000000000000000000000000000"));
        Assert.Equal(2, ticket.Words.Split(' ').Length);
        Assert.DoesNotContain(ticket.Token, ticket.ToString(), StringComparison.Ordinal);
        _time.Advance(LinkTickets.Lifetime);
        Assert.Null(_tickets.Find(ticket.Token));
    }

    [Fact]
    public void A_used_ticket_and_one_before_the_newest_are_over()
    {
        LinkTicket first = _tickets.Issue(KeyUse.Reading, "web:scripted");
        LinkTicket second = _tickets.Issue(KeyUse.Reading, "web:scripted");

        Assert.Null(_tickets.Find(first.Token));
        _tickets.End(second);
        Assert.Null(_tickets.Try(second.Token));
    }

    [Fact]
    public void Five_tries_are_all()
    {
        LinkTicket ticket = _tickets.Issue(KeyUse.Reading, "web:scripted");

        for (int tries = 0; tries < 5; tries++)
            Assert.NotNull(_tickets.Try(ticket.Token));

        Assert.Null(_tickets.Try(ticket.Token));
    }
}
