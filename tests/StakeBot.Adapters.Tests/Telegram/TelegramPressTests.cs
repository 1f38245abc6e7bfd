using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

public sealed class TelegramPressTests : IAsyncLifetime
{
    private FakeTelegram _telegram = null!;
    private TelegramBot _bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync(null, Ct);
        _bot = await TelegramBot.StartAsync(_telegram);
        // Telegram's messages carry the machine's time.
        _bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task Confirming_twice_carries_out_once_and_both_presses_are_answered()
    {
        FakeMessage card = await ProposesAsync();

        string[] presses = [_telegram.Presses(FakeUser.Alice, card, "Confirm"), _telegram.Presses(FakeUser.Alice, card, "Confirm")];
        await _bot.PassesUntilAsync(() => Now(card).Text.Contains(" done ", StringComparison.Ordinal) ? card : null);
        await ToldAsync(card, "confirmed.");
        await ToldAsync(card, "Already confirmed by");

        Assert.All(presses, press => Assert.Equal("Checking…", _telegram.Answers[press]));
        Assert.DoesNotContain(Now(card).Buttons, button => button.Label is "Confirm" or "Cancel");
    }

    [Fact]
    public async Task A_press_that_comes_too_late_changes_nothing_and_says_so()
    {
        FakeMessage card = await ProposesAsync();
        string before = card.Json.ToJsonString();
        await _bot.StopAsync();
        _telegram.Presses(FakeUser.Alice, card, "Confirm");
        _telegram.Expire();

        await using TelegramBot again = await TelegramBot.StartAsync(_telegram, _bot);
        FakeMessage told = await again.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains("I was offline when you tapped", StringComparison.Ordinal)));

        Assert.Contains("Nothing was changed.", told.Text, StringComparison.Ordinal);
        Assert.Equal(before, Now(card).Json.ToJsonString());
        _telegram.Presses(FakeUser.Alice, told, "Review again");
        await again.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains("Proposals", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Buttons_work_after_a_restart()
    {
        FakeMessage card = await ProposesAsync();
        // In the program they are in a file; here they would end with the process.
        StakeBot.Bot.Ports.ITapKeys keys = _bot.Get<StakeBot.Bot.Ports.ITapKeys>();
        await _bot.StopAsync();
        await using TelegramBot again = await TelegramBot.StartAsync(_telegram, _bot, services => services.AddSingleton(keys));

        _telegram.Presses(FakeUser.Alice, card, "Confirm");

        await again.PassesUntilAsync(() => Now(card).Text.Contains(" done ", StringComparison.Ordinal) ? card : null);
    }

    [Fact]
    public async Task Data_that_no_button_ever_had_is_refused_in_one_neutral_sentence_and_never_a_command()
    {
        FakeMessage card = await ProposesAsync();
        FakeMessage proposal = card;
        string genuine = card.Buttons.Single(button => button.Label == "Confirm").Data;

        foreach (string forged in (string[])[genuine[..^1] + (genuine[^1] == 'A' ? 'B' : 'A'), "1c:garbage", "hello"])
        {
            string press = _telegram.PressesData(FakeUser.Alice, proposal, forged);
            card = await ToldAsync(card, "This button is no longer valid. Nothing was changed.");
            Assert.True(_telegram.Answers.ContainsKey(press));
        }
        Assert.Contains("Confirm before", Now(proposal).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_is_told_alone_and_the_card_stays_as_it_is()
    {
        FakeMessage card = await ProposesAsync(FakeGroup.Fund);
        _telegram.Meets(FakeUser.Bob);

        _telegram.Presses(FakeUser.Bob, card, "Confirm");
        FakeMessage told = await _bot.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Chat == FakeUser.Bob.Id));

        Assert.Contains("Only an approver or the owner can confirm", told.Text, StringComparison.Ordinal);
        Assert.Equal(card.Json.ToJsonString(), Now(card).Json.ToJsonString());
        Assert.Single(_telegram.Messages, message => message.Chat == FakeGroup.Fund.Id);
    }

    [Fact]
    public async Task Whoever_has_no_conversation_with_the_bot_is_told_to_open_one_and_nothing_of_the_outcome()
    {
        FakeMessage card = await ProposesAsync(FakeGroup.Fund);

        _telegram.Presses(FakeUser.Bob, card, "Confirm");

        FakeMessage hint = await _bot.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains("I answer taps in private", StringComparison.Ordinal)));
        Assert.DoesNotContain("approver", hint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_button_is_its_command_acknowledged_first()
    {
        FakeMessage start = await _bot.AnswersAsync(FakeUser.Alice, "/start", "StakeBot");

        string press = _telegram.Presses(FakeUser.Alice, start, "Show status");

        await ToldAsync(start, "[PAPER] Aviary");
        Assert.True(_telegram.Answers.ContainsKey(press));
    }

    [Fact]
    public async Task A_plain_press_that_comes_too_late_is_not_carried_out()
    {
        FakeMessage start = await _bot.AnswersAsync(FakeUser.Alice, "/start", "StakeBot");
        await _bot.StopAsync();
        _telegram.Presses(FakeUser.Alice, start, "Show status");
        _telegram.Expire();

        await using TelegramBot again = await TelegramBot.StartAsync(_telegram, _bot);
        await again.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains("I was offline when you tapped", StringComparison.Ordinal)));

        Assert.DoesNotContain(_telegram.Messages, message => message.Text.Contains("[PAPER] Aviary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_numbers_behind_a_picture_are_one_press_away_also_after_a_restart()
    {
        _telegram.Types(FakeUser.Alice, "/frontier");
        FakeMessage text = await _bot.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Buttons.Any(button => button.Label == "Data table")));
        Assert.Contains(_telegram.Messages, message => message.Photo is not null);
        await _bot.StopAsync();
        await using TelegramBot again = await TelegramBot.StartAsync(_telegram, _bot);

        _telegram.Presses(FakeUser.Alice, text, "Data table");

        FakeMessage table = await again.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains(": the numbers", StringComparison.Ordinal)));
        Assert.Null(table.Photo);
    }

    [Fact]
    public async Task A_command_too_long_for_a_button_stands_in_the_text_and_the_button_still_works_after_a_restart()
    {
        string command = $"/help {new string('x', 80)}";
        Reply reply = new() { Mode = ExecutionMode.Paper, Title = "Long", Buttons = [new Button("Show help", "/help"), new Button("Explain", command)] };
        await _bot.SettlesAsync(FakeUser.Alice);
        await _bot.Chat.SendAsync(new ChatAddress("telegram", $"{FakeUser.Alice.Id}"), reply, Ct);
        FakeMessage shown = _telegram.Messages[^1];
        Assert.Contains(command, shown.Text, StringComparison.Ordinal);
        await _bot.StopAsync();
        await using TelegramBot again = await TelegramBot.StartAsync(_telegram, _bot);

        _telegram.Presses(FakeUser.Alice, shown, "Explain");

        await again.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains("There is no help on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_button_that_asks_for_a_line_gets_a_prompt_whose_answer_completes_the_command()
    {
        await _bot.DisposeAsync();
        Said said = new();
        _bot = await TelegramBot.StartAsync(_telegram, _bot, services => services.AddSingleton<IAnswerer>(said).AddSingleton<ITapHandler, Asking>());
        await _bot.AnswersAsync(FakeUser.Alice, "/go", "went");
        FakeMessage card = _telegram.Messages[^1];

        _telegram.Presses(FakeUser.Alice, card, "Confirm");
        FakeMessage prompt = await _bot.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Text.Contains("Type 25.60 to confirm", StringComparison.Ordinal)));
        _telegram.Types(FakeUser.Alice, "25.60", more: message => message["reply_to_message"] = prompt.Json.DeepClone());

        await _bot.PassesUntilAsync(() => said.Heard.Contains("/confirm 7F3K 25.60") ? said : null);
        Assert.True((bool)_telegram.Requests.Last(request => request.Method == "sendMessage" && (string?)request.Body["text"] == "[PAPER] Type 25.60 to confirm\n↩ Answer this message, or type: /confirm 7F3K …").Body["reply_markup"]!["force_reply"]!);
    }

    private async Task<FakeMessage> ProposesAsync(FakeGroup? group = null) => await _bot.AnswersAsync(FakeUser.Alice, "/propose", "Confirm before", group);

    private Task<FakeMessage> ToldAsync(FakeMessage after, string words) =>
        _bot.PassesUntilAsync(() => _telegram.Messages.FirstOrDefault(message => message.Id > after.Id && message.Text.Contains(words, StringComparison.Ordinal)));

    private FakeMessage Now(FakeMessage message) => _telegram.All.Single(one => one.Id == message.Id);

    private sealed class Said : IAnswerer
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Heard { get; } = new();

        public Task<Reply> AnswerAsync(ChatMessage message, CancellationToken ct)
        {
            Heard.Enqueue(message.Text);
            return Task.FromResult(new Reply { Mode = ExecutionMode.Paper, Title = "It went", Buttons = [Asking.Button] });
        }
    }

    private sealed class Asking : ITapHandler
    {
        public static readonly Button Button = new("Confirm", "/confirm 7F3K") { Tap = new Tap('z', "7F3KQ2M8ZT4WA", 1), Asks = "Type 25.60 to confirm" };

        public string Operations => "z";

        public Task<TapAnswer> PressAsync(TapPress press, CancellationToken ct) => Task.FromResult(new TapAnswer("A tap is not enough.", null) { Asks = Button });
    }
}
