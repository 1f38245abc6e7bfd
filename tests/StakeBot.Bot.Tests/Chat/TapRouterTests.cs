using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Chat;

public sealed class TapRouterTests
{
    private const string NoLongerValid = "This button is no longer valid. Nothing was changed.";
    private static readonly Reply Question = new()
    {
        Mode = ExecutionMode.Paper,
        Title = "Proposal P-7F3K",
        Buttons =
        [
            new Button("Confirm", "/confirm P-7F3K") { Tap = new Tap('c', "7F3KQ2M8ZT4WA", 3) },
            new Button("Cancel", "/cancel P-7F3K") { Tap = new Tap('x', "7F3KQ2M8ZT4WA", 3) },
            new Button("Show status", "/status"),
        ],
    };

    private readonly FirstAnswerWins _handler = new();
    private readonly ServiceProvider _bot;
    private readonly ScriptedChat _chat;

    public TapRouterTests()
    {
        _bot = BotUnderTest.With(
            Aviary.Account(), new FakeCharts(), ExecutionMode.Paper, services => services.RemoveAll<ITapHandler>().AddSingleton<ITapHandler>(_handler), Aviary.Rules);
        _chat = new ScriptedChat(_bot, Ct);
        _handler.Chats = [.. _bot.GetServices<IChat>()];
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_question_is_answered_once_from_two_platforms_and_changes_on_both()
    {
        await AskOn("web", "telegram");

        await _chat.As("web", "ana").Presses("Confirm").Sees("Confirmed");
        _chat.Shows("[PAPER] Confirmed by web ana").ShowsNo("[Confirm]");
        _chat.As("telegram", "77").Shows("Confirmed by web ana").ShowsNo("[Confirm]");
    }

    [Fact]
    public async Task Of_two_taps_at_the_same_time_one_wins_and_the_other_is_told()
    {
        await AskOn("web", "telegram");
        ChatMessage one = _chat.As("web", "ana").PressOf("Confirm");
        ChatMessage other = _chat.As("telegram", "77").PressOf("Cancel");

        TapAnswer?[] answers = await Task.WhenAll(_chat.Delivers(one), _chat.Delivers(other));

        Assert.Single(answers, answer => answer?.Toast == "Confirmed" || answer?.Toast == "Cancelled");
        Assert.Single(answers, answer => answer?.Toast == "Already answered. Nothing was changed.");
        Assert.Equal(2, _handler.Presses.Count);
    }

    [Fact]
    public async Task The_handler_learns_who_pressed_what_on_which_message()
    {
        await AskOn("web");

        await _chat.As("web", "ana").Presses("Cancel");

        TapPress press = Assert.Single(_handler.Presses);
        Assert.Equal((Role.Owner, "ana"), (press.Person.Role, press.Person.Identity.Id));
        Assert.Equal(_chat.Screen.Shown[0].Where, press.On);
        Assert.Equal(new Tap('x', "7F3KQ2M8ZT4WA", 3), press.Tap);
    }

    [Fact]
    public async Task A_press_that_cannot_be_acknowledged_does_nothing()
    {
        await AskOn("telegram");
        _chat.On("telegram").Acknowledges = false;

        Assert.Null(await _chat.Delivers(_chat.As("telegram", "77").PressOf("Confirm")));

        Assert.Empty(_handler.Presses);
        _chat.Shows("[Confirm]");
    }

    [Theory]
    [InlineData("/status")]
    [InlineData("confirm")]
    [InlineData("")]
    [InlineData("0c:7F3KQ2M8ZT4WA:03:AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Data_that_are_no_seal_are_refused_and_never_become_a_command(string data)
    {
        await AskOn("telegram");
        ChatMessage press = _chat.As("telegram", "77").PressOf("Confirm") with { Text = data };

        Assert.Equal(new TapAnswer(NoLongerValid, null), await _chat.Delivers(press));
        Assert.Empty(_handler.Presses);
        _chat.Shows("[Confirm]");
    }

    [Fact]
    public async Task A_press_that_was_carried_into_another_conversation_is_refused()
    {
        await AskOn("telegram");
        ChatMessage press = _chat.As("telegram", "77").PressOf("Confirm");
        ChatAddress elsewhere = press.Address with { Chat = "elsewhere" };

        Assert.Equal(NoLongerValid, (await _chat.Delivers(press with { Address = elsewhere, Pressed = new MessageRef(elsewhere, "1") }))?.Toast);
        Assert.Equal(NoLongerValid, (await _chat.Delivers(press with { Pressed = new MessageRef(elsewhere, "1") }))?.Toast);
        Assert.Empty(_handler.Presses);
    }

    [Fact]
    public async Task An_operation_that_nobody_knows_is_refused()
    {
        ChatAddress here = new("web", "scripted");
        string data = _bot.GetRequiredService<TapSeal>().Seal(new Tap('z', "7F3KQ2M8ZT4WA", 1), here);

        await _chat.Presses(new ChatMessage(here, new PlatformIdentity("web", "ana", "ana"), data, "1") { Pressed = new MessageRef(here, "1") });

        _chat.Sees(NoLongerValid);
    }

    [Fact]
    public async Task Sealed_data_that_are_typed_are_no_press()
    {
        await AskOn("web");

        await _chat.Says(_chat.PressOf("Confirm").Text);

        _chat.SeesKind(ReplyKind.Refusal).Sees("I only understand commands");
        Assert.Empty(_handler.Presses);
    }

    [Fact]
    public async Task A_handler_that_fails_leaves_the_presser_with_the_truth()
    {
        await AskOn("web");
        _handler.Fails = true;

        await _chat.Presses("Confirm");

        _chat.SeesKind(ReplyKind.Failure).Sees("I cannot tell what became of that tap").SeesNo("Nothing was changed");
        _chat.Shows("[Confirm]");
    }

    [Fact]
    public async Task Who_hammers_a_button_is_told_so_three_times_and_then_nothing()
    {
        await AskOn("telegram");
        ChatMessage press = _chat.As("telegram", "77").PressOf("Confirm");
        List<string?> told = [];
        for (int tap = 1; tap <= 35; tap++)
            told.Add((await _chat.Delivers(press with { MessageId = $"tap {tap}" }))?.Toast);

        Assert.Equal(30, _handler.Presses.Count);
        Assert.All(told[30..33], toast => Assert.Equal("More than 30 taps in a minute are too many. Nothing was changed.", toast));
        Assert.All(told[33..], Assert.Null);
    }

    [Fact]
    public async Task Whoever_hammered_a_button_can_still_stop()
    {
        await AskOn("telegram");
        ChatMessage press = _chat.As("telegram", "77").PressOf("Confirm");
        ChatMessage stop = _chat.PressOf("Cancel");
        for (int tap = 1; tap <= 35; tap++)
            await _chat.Delivers(press with { MessageId = $"tap {tap}" });

        TapAnswer? stopped = await _chat.Delivers(stop);

        Assert.Equal("Already answered. Nothing was changed.", stopped?.Toast);
        Assert.Equal('x', _handler.Presses.Last().Tap.Operation);
    }

    [Fact]
    public async Task A_plain_button_is_its_command()
    {
        await AskOn("web");

        await _chat.Presses("Show status");

        _chat.SeesKind(ReplyKind.Answer).Sees("Aviary");
    }

    [Fact]
    public void Two_handlers_of_one_operation_are_a_bug()
    {
        using ServiceProvider bot = BotUnderTest.With(
            Aviary.Account(),
            new FakeCharts(),
            ExecutionMode.Paper,
            services => services.RemoveAll<ITapHandler>().AddSingleton<ITapHandler>(_handler).AddSingleton<ITapHandler>(new FirstAnswerWins()),
            Aviary.Rules);

        Assert.Throws<ArgumentException>(bot.GetRequiredService<TapRouter>);
    }

    private async Task AskOn(params string[] platforms)
    {
        foreach (string platform in platforms)
        {
            MessageRef? where = await _chat.On(platform).SendAsync(new ChatAddress(platform, "scripted"), Question, Ct);
            _handler.Shown.Add(where!);
        }
    }

    /// <summary>A question that the first press decides, wherever it comes from.</summary>
    private sealed class FirstAnswerWins : ITapHandler
    {
        private int _decided;

        public string Operations => "cx";

        public string Brakes => "x";

        public System.Collections.Concurrent.ConcurrentQueue<TapPress> Presses { get; } = [];

        public List<MessageRef> Shown { get; } = [];

        public IReadOnlyList<IChat> Chats { get; set; } = [];

        public bool Fails { get; set; }

        public async Task<TapAnswer> PressAsync(TapPress press, CancellationToken ct)
        {
            Presses.Enqueue(press);
            if (Fails)
                throw new InvalidOperationException("A bug.");
            if (Interlocked.Exchange(ref _decided, 1) == 1)
                return new TapAnswer("Already answered. Nothing was changed.", null);
            string what = press.Tap.Operation == 'c' ? "Confirmed" : "Cancelled";
            Reply decided = new() { Mode = ExecutionMode.Paper, Title = $"{what} by {press.Person.Identity.Platform} {press.Person.Identity.Id}" };
            foreach (MessageRef where in Shown)
                await Chats.Single(chat => chat.Platform == where.Address.Platform).EditAsync(where, decided, ct);
            return new TapAnswer(what, null);
        }
    }
}
