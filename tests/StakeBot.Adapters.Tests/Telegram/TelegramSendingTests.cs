using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Testing;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

public sealed class TelegramSendingTests : BesideTelegram
{
    private static readonly ChatAddress Alice = new("telegram", $"{FakeUser.Alice.Id}");
    private static readonly ChatAddress Fund = new("telegram", $"{FakeGroup.Fund.Id}");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Bot.PassesUntilAsync(() => Telegram.IsAsked ? Telegram : null);
    }

    [Fact]
    public async Task An_answer_that_Telegram_asks_to_wait_with_is_sent_once_after_that()
    {
        Telegram.Faults.TooFast("sendMessage", 7);
        DateTimeOffset before = Bot.Time.GetUtcNow();

        await Bot.AnswersAsync(FakeUser.Alice, "/whoami", "telegram");

        Assert.True(Bot.Time.GetUtcNow() - before >= TimeSpan.FromSeconds(7));
        Assert.Single(Telegram.Messages);
        Assert.Equal([429, 200], Telegram.Requests.Where(request => request.Method == "sendMessage").Select(request => request.Status));
    }

    [Fact]
    public async Task An_answer_outlasts_an_outage_of_half_a_minute()
    {
        Telegram.Faults.BadGateway("sendMessage", 5);

        await Bot.AnswersAsync(FakeUser.Alice, "/whoami", "telegram");

        Assert.Single(Telegram.Messages);
    }

    [Fact]
    public async Task An_answer_that_may_have_arrived_is_sent_again_and_says_so()
    {
        Telegram.Faults.LoseAnswer("sendMessage");

        await Bot.AnswersAsync(FakeUser.Alice, "/whoami", "(repeated)");

        Assert.Equal(2, Telegram.Messages.Count);
        Assert.DoesNotContain("(repeated)", Telegram.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_maker_sends_again_is_handed_back_with_the_time_that_Telegram_asks_for()
    {
        Telegram.Faults.TooFast("sendMessage", 30);

        ChatUnavailableException unavailable = await Assert.ThrowsAsync<ChatUnavailableException>(() => Bot.Chat.SendAsync(Alice, Text("hello"), Ct));

        Assert.Equal(TimeSpan.FromSeconds(30), unavailable.RetryAfter);
        Assert.Empty(Telegram.Messages);
    }

    [Fact]
    public async Task An_unreachable_Telegram_is_told_without_address_or_token()
    {
        Telegram.Faults.Reset("sendMessage");

        ChatUnavailableException unavailable = await Assert.ThrowsAsync<ChatUnavailableException>(() => Bot.Chat.SendAsync(Alice, Text("hello"), Ct));

        Assert.DoesNotContain(FakeTelegram.Token[^10..], unavailable.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_nowhere()
    {
        Telegram.Faults.Refuse("sendMessage", 403, "Forbidden: bot was blocked by the user");

        Assert.Null(await Bot.Chat.SendAsync(Alice, Text("hello"), Ct));
        Assert.Null(await Bot.Chat.SendAsync(new ChatAddress("telegram", "4711"), Text("hello"), Ct));
    }

    [Fact]
    public async Task A_group_that_has_become_a_supergroup_is_found_again()
    {
        FakeGroup super = new(-1009999, "Fund");
        Telegram.Migrate(FakeGroup.Fund, super);

        MessageRef? shown = await Bot.Chat.SendAsync(Fund, Text("hello") with { Buttons = [new Button("Confirm", "/confirm") { Tap = new Tap('c', "7F3KQ2M8ZT4WA", 1) }] }, Ct);

        Assert.Equal($"{super.Id}", shown!.Address.Chat);
        Assert.NotNull(Bot.Get<TapSeal>().Open(Telegram.Messages[0].Buttons[0].Data, shown.Address));
        Assert.False(await Bot.Chat.EditAsync(new MessageRef(Fund, "1"), Text("changed"), Ct));
    }

    [Fact]
    public async Task Markup_that_Telegram_cannot_read_is_sent_as_plain_text()
    {
        Telegram.Faults.Refuse("sendMessage", 400, "Bad Request: can't parse entities: Unsupported start tag");

        await Bot.Chat.SendAsync(Alice, Text("a < b & c"), Ct);

        Assert.Contains("a < b & c", Telegram.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains(Bot.Log.Lines, line => line.Contains("could not read the markup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_changes_the_message_in_place_and_takes_its_buttons_away()
    {
        MessageRef shown = (await Bot.Chat.SendAsync(Alice, Text("one") with { Buttons = [new Button("Run", "/status")] }, Ct))!;

        Assert.True(await Bot.Chat.EditAsync(shown, Text("two"), Ct));

        FakeMessage message = Assert.Single(Telegram.Messages);
        Assert.Contains("two", message.Text, StringComparison.Ordinal);
        Assert.Empty(message.Buttons);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_not_even_asked_for_and_one_that_Telegram_refuses_for_it_is_fine()
    {
        MessageRef shown = (await Bot.Chat.SendAsync(Alice, Text("one"), Ct))!;

        Assert.True(await Bot.Chat.EditAsync(shown, Text("one"), Ct));
        Assert.DoesNotContain(Telegram.Requests, request => request.Method == "editMessageText");
        Telegram.Faults.Refuse("editMessageText", 400, "Bad Request: message is not modified");
        Assert.True(await Bot.Chat.EditAsync(shown, Text("two"), Ct));
    }

    [Fact]
    public async Task A_message_that_is_gone_cannot_be_edited()
    {
        MessageRef shown = (await Bot.Chat.SendAsync(Alice, Text("one"), Ct))!;
        Assert.True(await Bot.Chat.TryDeleteAsync(shown, Ct));

        Assert.False(await Bot.Chat.TryDeleteAsync(shown, Ct));
        Assert.False(await Bot.Chat.EditAsync(shown, Text("two"), Ct));
    }

    [Fact]
    public async Task What_stands_below_a_picture_is_edited_too()
    {
        MessageRef shown = (await Bot.Chat.SendAsync(Alice, Text("one") with { Pictures = [Picture(1)] }, Ct))!;

        Assert.True(await Bot.Chat.EditAsync(shown, Text("two"), Ct));

        Assert.Contains("two", Assert.Single(Telegram.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identical_picture_is_uploaded_once_and_again_when_Telegram_has_forgotten_it()
    {
        Reply reply = Text("plot") with { Pictures = [Picture(1)] };

        await Bot.ShowsAsync(Alice, reply);
        await Bot.ShowsAsync(Alice, reply);
        Telegram.Faults.Refuse("sendPhoto", 400, "Bad Request: wrong file identifier/HTTP URL specified");
        await Bot.ShowsAsync(Alice, reply);

        string[] photos = [.. Telegram.Requests.Where(request => request is { Method: "sendPhoto", Status: 200 }).Select(request => (string?)request.Body["photo"] ?? "upload")];
        Assert.Equal([true, false, true], photos.Select(photo => photo == "upload" || photo.StartsWith("attach", StringComparison.Ordinal)));
        Assert.All(Telegram.Messages, message => Assert.StartsWith("[PAPER] A picture of 1", message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_pictures_are_an_album_and_the_buttons_are_on_the_text_behind()
    {
        MessageRef shown = (await Bot.Chat.SendAsync(Alice, Text("plots") with { Pictures = [Picture(1), Picture(2), Picture(3)], Buttons = [new Button("Run", "/status")] }, Ct))!;

        Assert.Equal(4, Telegram.Messages.Count);
        Assert.All(Telegram.Messages.Take(3), message => Assert.NotNull(message.Photo));
        Assert.Single(Telegram.Messages[3].Buttons);
        Assert.Equal($"{Telegram.Messages[3].Id}", shown.MessageId);
    }

    [Fact]
    public async Task A_file_follows_its_text_byte_for_byte()
    {
        await Bot.Chat.SendAsync(Alice, Text("export") with { Documents = [new Document("a.csv", "text/csv", "x,y"u8.ToArray())] }, Ct);

        Assert.Equal("x,y"u8.ToArray(), Telegram.Messages[1].Document);
    }

    [Fact]
    public async Task That_something_is_being_done_is_shown_and_never_stands_in_the_way()
    {
        await Bot.Chat.ShowTypingAsync(Alice, Ct);
        Telegram.Faults.BadGateway("sendChatAction");
        await Bot.Chat.ShowTypingAsync(Alice, Ct);

        Assert.Equal(2, Telegram.Requests.Count(request => request.Method == "sendChatAction"));
    }

    [Fact]
    public async Task An_alert_that_a_kill_interrupted_is_repeated_and_says_so_and_a_digest_is_not()
    {
        foreach ((string id, StakeBot.Bot.Ports.Storage.OutgoingPriority priority) in ((string, StakeBot.Bot.Ports.Storage.OutgoingPriority)[])[("one", StakeBot.Bot.Ports.Storage.OutgoingPriority.Alert), ("two", StakeBot.Bot.Ports.Storage.OutgoingPriority.Digest)])
        {
            await Bot.Store.Outbox.TryAddAsync(new(id, "telegram", Alice.Chat, priority, $$"""{"kind":"alert","text":"{{id}}"}""", Bot.Time.GetUtcNow()), Ct);
            await Bot.Store.Outbox.BeginSendAsync(id, Bot.Time.GetUtcNow(), Ct);
        }

        FakeMessage told = await Bot.FirstAsync();
        await Bot.SettlesAsync(FakeUser.Alice);

        Assert.Contains("(repeated)", told.Text, StringComparison.Ordinal);
        Assert.Contains("one", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, Telegram.Messages.Count);
    }

    private static Reply Text(string line) => new() { Mode = ExecutionMode.Paper, Title = "Title", Lines = [line] };

    private static Picture Picture(int number) => new($"{number}.png", new FakeCharts().Draw((StakeBot.Bot.Ports.Plots.NavPlot)null!).Append((byte)number).ToArray(), $"A picture of {number}");
}
