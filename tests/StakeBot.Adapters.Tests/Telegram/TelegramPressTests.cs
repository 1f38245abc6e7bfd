using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

public sealed class TelegramPressTests : BesideTelegram
{
    [Fact]
    public async Task Confirming_twice_carries_out_once_and_both_presses_are_answered()
    {
        FakeMessage card = await ProposesAsync();

        string[] presses = [Telegram.Presses(FakeUser.Alice, card, "Confirm"), Telegram.Presses(FakeUser.Alice, card, "Confirm")];
        await Bot.PassesUntilAsync(() => Now(card).Text.Contains(" done ", StringComparison.Ordinal) ? card : null);
        await ToldAsync(card, "confirmed.");
        await ToldAsync(card, "Already confirmed by");

        Assert.All(presses, press => Assert.Equal("Checking…", Telegram.Answers[press]));
        Assert.DoesNotContain(Now(card).Buttons, button => button.Label is "Confirm" or "Cancel");
    }

    [Fact]
    public async Task A_press_that_comes_too_late_changes_nothing_and_says_so()
    {
        FakeMessage card = await ProposesAsync();
        string before = card.Json.ToJsonString();
        await Bot.StopAsync();
        Telegram.Presses(FakeUser.Alice, card, "Confirm");
        Telegram.Expire();

        await using TelegramBot again = await TelegramBot.StartAsync(Telegram, Bot);
        FakeMessage told = await again.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("I was offline when you tapped", StringComparison.Ordinal)));

        Assert.Contains("Nothing was changed.", told.Text, StringComparison.Ordinal);
        Assert.Equal(before, Now(card).Json.ToJsonString());
        Telegram.Presses(FakeUser.Alice, told, "Review again");
        await again.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("Proposals", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Buttons_work_after_a_restart()
    {
        FakeMessage card = await ProposesAsync();
        // In the program they are in a file; here they would end with the process.
        StakeBot.Bot.Ports.ITapKeys keys = Bot.Get<StakeBot.Bot.Ports.ITapKeys>();
        await Bot.StopAsync();
        await using TelegramBot again = await TelegramBot.StartAsync(Telegram, Bot, services => services.AddSingleton(keys));

        Telegram.Presses(FakeUser.Alice, card, "Confirm");

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
            string press = Telegram.PressesData(FakeUser.Alice, proposal, forged);
            card = await ToldAsync(card, "This button is no longer valid. Nothing was changed.");
            Assert.True(Telegram.Answers.ContainsKey(press));
        }
        Assert.Contains("Confirm before", Now(proposal).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_is_told_alone_and_the_card_stays_as_it_is()
    {
        FakeMessage card = await ProposesAsync(FakeGroup.Fund);
        Telegram.Meets(FakeUser.Bob);

        Telegram.Presses(FakeUser.Bob, card, "Confirm");
        FakeMessage told = await Bot.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Chat == FakeUser.Bob.Id));

        Assert.Contains("Only an approver or the owner can confirm", told.Text, StringComparison.Ordinal);
        Assert.Equal(card.Json.ToJsonString(), Now(card).Json.ToJsonString());
        Assert.Single(Telegram.Messages, message => message.Chat == FakeGroup.Fund.Id);
    }

    [Fact]
    public async Task Whoever_has_no_conversation_with_the_bot_is_told_to_open_one_and_nothing_of_the_outcome()
    {
        FakeMessage card = await ProposesAsync(FakeGroup.Fund);

        Telegram.Presses(FakeUser.Bob, card, "Confirm");

        FakeMessage hint = await Bot.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("I answer taps in private", StringComparison.Ordinal)));
        Assert.DoesNotContain("approver", hint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_button_is_its_command_acknowledged_first()
    {
        FakeMessage start = await Bot.AnswersAsync(FakeUser.Alice, "/start", "StakeBot");

        string press = Telegram.Presses(FakeUser.Alice, start, "Show status");

        await ToldAsync(start, "[PAPER] Aviary");
        Assert.True(Telegram.Answers.ContainsKey(press));
    }

    [Fact]
    public async Task A_plain_press_that_comes_too_late_is_not_carried_out()
    {
        FakeMessage start = await Bot.AnswersAsync(FakeUser.Alice, "/start", "StakeBot");
        await Bot.StopAsync();
        Telegram.Presses(FakeUser.Alice, start, "Show status");
        Telegram.Expire();

        await using TelegramBot again = await TelegramBot.StartAsync(Telegram, Bot);
        await again.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("I was offline when you tapped", StringComparison.Ordinal)));

        Assert.DoesNotContain(Telegram.Messages, message => message.Text.Contains("[PAPER] Aviary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_numbers_behind_a_picture_are_one_press_away_also_after_a_restart()
    {
        Telegram.Types(FakeUser.Alice, "/frontier");
        FakeMessage text = await Bot.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Buttons.Any(button => button.Label == "Data table")));
        Assert.Contains(Telegram.Messages, message => message.Photo is not null);
        await Bot.StopAsync();
        await using TelegramBot again = await TelegramBot.StartAsync(Telegram, Bot);

        Telegram.Presses(FakeUser.Alice, text, "Data table");

        FakeMessage table = await again.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains(": the numbers", StringComparison.Ordinal)));
        Assert.Null(table.Photo);
    }

    [Fact]
    public async Task A_command_too_long_for_a_button_stands_in_the_text_and_the_button_still_works_after_a_restart()
    {
        string command = $"/help {new string('x', 80)}";
        Reply reply = new() { Mode = ExecutionMode.Paper, Title = "Long", Buttons = [new Button("Show help", "/help"), new Button("Explain", command)] };
        await Bot.SettlesAsync(FakeUser.Alice);
        await Bot.Chat.SendAsync(new ChatAddress("telegram", $"{FakeUser.Alice.Id}"), reply, Ct);
        FakeMessage shown = Telegram.Messages[^1];
        Assert.Contains(command, shown.Text, StringComparison.Ordinal);
        await Bot.StopAsync();
        await using TelegramBot again = await TelegramBot.StartAsync(Telegram, Bot);

        Telegram.Presses(FakeUser.Alice, shown, "Explain");

        await again.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("There is no help on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_button_that_asks_for_a_line_gets_a_prompt_whose_answer_completes_the_command()
    {
        await Bot.DisposeAsync();
        Said said = new();
        Bot = await TelegramBot.StartAsync(Telegram, Bot, services => services.AddSingleton<IAnswerer>(said).AddSingleton<ITapHandler, Asking>());
        await Bot.AnswersAsync(FakeUser.Alice, "/go", "went");
        FakeMessage card = Telegram.Messages[^1];

        Telegram.Presses(FakeUser.Alice, card, "Confirm");
        FakeMessage prompt = await Bot.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("Type 25.60 to confirm", StringComparison.Ordinal)));
        Telegram.Types(FakeUser.Alice, "25.60", more: message => message["reply_to_message"] = prompt.Json.DeepClone());

        await Bot.PassesUntilAsync(() => said.Heard.Contains("/confirm 7F3K 25.60") ? said : null);
        Assert.True((bool)Telegram.Requests.Last(request => request.Method == "sendMessage" && (string?)request.Body["text"] == "[PAPER] Type 25.60 to confirm\n↩ Answer this message, or type: /confirm 7F3K …").Body["reply_markup"]!["force_reply"]!);
    }

    private async Task<FakeMessage> ProposesAsync(FakeGroup? group = null) => await Bot.AnswersAsync(FakeUser.Alice, "/propose", "Confirm before", group);

    private Task<FakeMessage> ToldAsync(FakeMessage after, string words) =>
        Bot.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Id > after.Id && message.Text.Contains(words, StringComparison.Ordinal)));

    private FakeMessage Now(FakeMessage message) => Telegram.All.Single(one => one.Id == message.Id);

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
