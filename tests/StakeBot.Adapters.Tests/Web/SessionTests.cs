using System.Net.ServerSentEvents;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;

namespace StakeBot.Adapters.Tests.Web;

public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_page_that_does_not_keep_up_is_cut_off_and_the_bot_never_waits()
    {
        WebSession session = new("s");
        int cutOff = 0;
        session.Follow(null, () => cutOff++);
        for (int number = 0; number < 1000; number++)
            session.Reply(session.NewMessageId(), "{}");
        Assert.Equal(1, cutOff);
    }

    [Fact]
    public async Task A_page_that_was_cut_off_gets_the_rest_when_it_comes_back()
    {
        WebSession session = new("s");
        session.Follow(null, () => { });
        for (int number = 1; number <= 100; number++)
            session.Reply(session.NewMessageId(), $"{number}");
        EventStream back = session.Follow(seen: 64, () => { });
        back.End();
        List<string> replies = await ReadAsync(back);
        Assert.Equal(Enumerable.Range(65, 36).Select(number => $"{number}"), replies);
    }

    [Fact]
    public async Task A_conversation_is_kept_up_to_a_number_of_messages()
    {
        WebSession session = new("s");
        for (int number = 1; number <= 450; number++)
            session.Reply(session.NewMessageId(), $"{number}");
        EventStream page = session.Follow(null, () => { });
        page.End();
        Assert.Equal(Enumerable.Range(251, 200).Select(number => $"{number}"), await ReadAsync(page));
    }

    [Fact]
    public async Task A_conversation_is_kept_up_to_a_number_of_characters()
    {
        WebSession session = new("s");
        string heavy = new('x', 1_500_000);
        for (int number = 1; number <= 5; number++)
            session.Reply(session.NewMessageId(), heavy);
        EventStream page = session.Follow(null, () => { });
        page.End();
        Assert.Equal(2, (await ReadAsync(page)).Count);
    }

    [Fact]
    public async Task A_page_that_missed_more_than_is_kept_starts_afresh()
    {
        WebSession session = new("s");
        for (int number = 1; number <= 450; number++)
            session.Reply(session.NewMessageId(), $"{number}");
        EventStream page = session.Follow(seen: 249, () => { });
        page.End();
        List<string> kinds = [];
        await foreach (SseItem<string> item in page.ReadAsync().WithCancellation(Ct))
            kinds.Add(item.EventType);
        Assert.Equal("reset", kinds[0]);
        Assert.Equal(200, kinds.Count(kind => kind == "reply"));
    }

    [Fact]
    public void A_session_greets_once()
    {
        WebSession session = new("s");
        Assert.True(session.TakeGreeting());
        Assert.False(session.TakeGreeting());
    }

    [Fact]
    public async Task The_oldest_session_gives_way_when_there_are_very_many()
    {
        WebSessions sessions = new();
        WebSession oldest = sessions.Open().Session;
        EventStream page = oldest.Follow(null, () => { });
        for (int more = 0; more < 32; more++)
            sessions.Open();
        Assert.Null(sessions.Find(oldest.Id));
        Assert.Equal(32, sessions.All().Count);
        Assert.Empty(await ReadAsync(page));
    }

    private static async Task<List<string>> ReadAsync(EventStream page)
    {
        List<string> replies = [];
        await foreach (SseItem<string> item in page.ReadAsync().WithCancellation(Ct))
        {
            if (item.EventType == "reply")
                replies.Add(item.Data);
        }
        return replies;
    }
}
