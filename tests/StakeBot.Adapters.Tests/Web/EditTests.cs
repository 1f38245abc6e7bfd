using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>Messages that are edited, and signed buttons that are pressed, as a page's script meets them.</summary>
public sealed class EditTests
{
    private static readonly Tap Confirm = new('c', "7F3KQ2M8ZT4WA", 3);

    private static readonly Reply Question = new()
    {
        Mode = ExecutionMode.Paper,
        Title = "Proposal P-7F3K",
        Buttons = [new Button("Confirm", "/confirm P-7F3K") { Tap = Confirm }, new Button("Show status", "/status")],
    };

    private static readonly Reply Decided = new() { Mode = ExecutionMode.Paper, Title = "Proposal P-7F3K is confirmed" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_open_page_gets_the_edit_and_a_reload_gets_the_new_state_alone()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        await using PageEvents tab = await visitor.FollowAsync();
        await tab.NextAsync("ready");
        MessageRef? where = await chat.Chat.SendAsync(chat.Bot.Heard.First().Address, Question, Ct);
        Assert.Equal(where!.MessageId, (await page.NextAsync("reply")).GetProperty("id").GetString());

        Assert.True(await chat.Chat.EditAsync(where, Decided, Ct));

        foreach (PageEvents open in (PageEvents[])[page, tab])
        {
            JsonElement edited = await open.NextAsync("edited");
            Assert.Equal(where.MessageId, edited.GetProperty("id").GetString());
            Assert.Equal("Proposal P-7F3K is confirmed", edited.GetProperty("title").GetString());
            Assert.True(edited.GetProperty("edited").GetBoolean());
            Assert.Equal(0, edited.GetProperty("buttons").GetArrayLength());
        }
        await using PageEvents reloaded = await visitor.FollowAsync();
        IReadOnlyList<(string Kind, JsonElement Content)> all = await reloaded.UntilReadyAsync();
        Assert.Equal(["reply", "reply"], all.Select(one => one.Kind));
        Assert.Equal("Proposal P-7F3K is confirmed", all[1].Content.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_message_that_is_gone_cannot_be_edited()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        ChatAddress here = chat.Bot.Heard.First().Address;

        Assert.False(await chat.Chat.EditAsync(new MessageRef(here, "4711"), Decided, Ct));
        Assert.False(await chat.Chat.EditAsync(new MessageRef(new ChatAddress("web", "nobody"), "1"), Decided, Ct));
        Assert.Null(await chat.Chat.SendAsync(new ChatAddress("web", "nobody"), Question, Ct));
    }

    [Fact]
    public async Task A_signed_button_sends_its_seal_and_says_what_can_be_typed()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(script: (_, _) => Task.FromResult(Question));
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();

        JsonElement buttons = (await page.NextAsync("reply")).GetProperty("buttons");

        ChatAddress here = chat.Bot.Heard.First().Address;
        Assert.Equal(Confirm, chat.Seal.Open(buttons[0].GetProperty("command").GetString()!, here));
        Assert.Equal("/confirm P-7F3K", buttons[0].GetProperty("typed").GetString());
        Assert.Equal("/status", buttons[1].GetProperty("command").GetString());
        Assert.Equal(JsonValueKind.Null, buttons[1].GetProperty("typed").ValueKind);
    }

    [Fact]
    public async Task A_press_carries_its_message_leaves_no_line_and_is_answered_by_a_toast()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(
            script: (_, _) => Task.FromResult(Question),
            presses: (_, _, _) => Task.FromResult(new TapAnswer("Already confirmed. Nothing was changed.", Decided)));
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        JsonElement question = await page.NextAsync("reply");
        string id = question.GetProperty("id").GetString()!;
        string data = question.GetProperty("buttons")[0].GetProperty("command").GetString()!;

        for (int again = 0; again < 2; again++)
        {
            using HttpResponseMessage pressed = await visitor.PostAsync("/api/messages", JsonContent.Create(new { id = "press-1", text = data, on = id }));
            Assert.Equal(HttpStatusCode.Accepted, pressed.StatusCode);
        }

        Assert.Equal(("reply", "Proposal P-7F3K is confirmed"), await NextTitleAsync(page));
        JsonElement toast = await page.NextAsync("toast");
        Assert.Equal((id, "Already confirmed. Nothing was changed."), (toast.GetProperty("on").GetString(), toast.GetProperty("text").GetString()));
        ChatMessage press = Assert.Single(chat.Bot.Heard, heard => heard.Pressed is not null);
        Assert.Equal((data, new MessageRef(press.Address, id)), (press.Text, press.Pressed));
    }

    [Fact]
    public async Task A_press_on_nothing_that_could_be_a_message_is_refused()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();

        using HttpResponseMessage refused = await visitor.PostAsync("/api/messages", JsonContent.Create(new { id = "1", text = "x", on = "<b>" }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(chat.Bot.Heard);
    }

    [Fact]
    public async Task A_page_that_was_away_gets_the_newest_edit_only()
    {
        WebSession session = new("s");
        session.Reply("1", "first");
        for (int number = 1; number <= 500; number++)
            Assert.True(session.Edit("1", $"edit {number}"));
        session.Reply("2", "second");

        Assert.Equal(["edited edit 500", "reply second"], await ReadAsync(session, seen: 1));
        Assert.Equal(["reply edit 500", "reply second"], await ReadAsync(session, seen: null));
        Assert.Equal(["reset {}", "reply edit 500", "reply second"], await ReadAsync(session, seen: 9999));
    }

    [Fact]
    public void A_message_that_has_left_the_conversation_is_not_edited_any_more()
    {
        WebSession session = new("s");
        session.Reply("1", "first");
        for (int number = 2; number <= 201; number++)
            session.Reply($"{number}", "more");

        Assert.False(session.Edit("1", "edited"));
        Assert.True(session.Edit("201", "edited"));
    }

    [Fact]
    public async Task What_is_said_to_the_owner_is_on_every_browser_and_in_sessions_that_begin_later()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(presses: (_, _, _) => Task.FromResult(new TapAnswer("Confirmed.", null)));
        using WebVisitor first = await chat.EnterAsync(), second = await chat.EnterAsync();
        await using PageEvents firstPage = await first.FollowAsync(), secondPage = await second.FollowAsync();
        await firstPage.NextAsync("reply");
        await secondPage.NextAsync("reply");

        MessageRef? where = await chat.Chat.SendAsync(ChatAddress.LocalPage, Question, Ct);

        JsonElement shown = await firstPage.NextAsync("reply");
        Assert.Equal(shown.ToString(), (await secondPage.NextAsync("reply")).ToString());
        string data = shown.GetProperty("buttons")[0].GetProperty("command").GetString()!;
        Assert.Equal(Confirm, chat.Seal.Open(data, ChatAddress.LocalPage));

        using HttpResponseMessage pressed = await second.PostAsync("/api/messages", JsonContent.Create(new { id = "1", text = data, on = where!.MessageId }));
        Assert.Equal("Confirmed.", (await secondPage.NextAsync("toast")).GetProperty("text").GetString());
        ChatMessage press = Assert.Single(chat.Bot.Heard, heard => heard.Pressed is not null);
        Assert.Equal((ChatAddress.LocalPage, where), (press.Address, press.Pressed));

        Assert.True(await chat.Chat.EditAsync(where, Decided, Ct));
        Assert.Equal(where.MessageId, (await firstPage.NextAsync("edited")).GetProperty("id").GetString());
        using WebVisitor later = await chat.EnterAsync();
        await using PageEvents laterPage = await later.FollowAsync();
        Assert.Equal("Proposal P-7F3K is confirmed", (await laterPage.NextAsync("reply")).GetProperty("title").GetString());
        Assert.False(await chat.Chat.EditAsync(where with { MessageId = "owner-000000-1" }, Decided, Ct));
    }

    [Fact]
    public async Task While_no_page_is_open_the_owner_s_messages_wait_where_they_are_kept()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();

        await Assert.ThrowsAsync<ChatUnavailableException>(() => chat.Chat.SendAsync(ChatAddress.LocalPage, Question, Ct));

        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        Assert.NotNull(await chat.Chat.SendAsync(ChatAddress.LocalPage, Question, Ct));
    }

    private static async Task<(string Kind, string? Title)> NextTitleAsync(PageEvents page)
    {
        while (await page.NextAsync() is { } next)
        {
            if (next.Kind is "said" or "reply" or "toast")
                return (next.Kind, next.Content.TryGetProperty("title", out JsonElement title) ? title.GetString() : null);
        }
        throw new InvalidOperationException("The stream ended.");
    }

    private static async Task<List<string>> ReadAsync(WebSession session, long? seen)
    {
        EventStream page = session.Follow(seen, () => { });
        page.End();
        List<string> events = [];
        await foreach (SseItem<string> item in page.ReadAsync().WithCancellation(Ct))
        {
            if (item.EventType != "ready")
                events.Add($"{item.EventType} {item.Data}");
        }
        return events;
    }
}
