using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Chat;

public sealed class InboxReaderTests : IAsyncDisposable
{
    private readonly Inbox _inbox = new();
    private readonly RunningTurns _turns = new();
    private readonly Slow _answerer = new();
    private readonly Recorder _chat = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Handler _handler = new();
    private readonly TapSeal _seal = new(new RandomTapKeys());
    private readonly InboxReader _reader;

    public InboxReaderTests()
    {
        FakeStore store = new();
        Roster people = new([], store);
        RateLimits limits = new(_time);
        Gate gate = new(people, limits, new RefusedAttempts(new OwnerAlerts(people, _time), limits, _time, store));
        TapRouter taps = new(_seal, gate, [_handler], new BotMode(ExecutionMode.Paper), NullLogger<TapRouter>.Instance);
        _reader = new InboxReader(_inbox, _answerer, taps, [_chat], new NoCards(), _turns, _time, NullLogger<InboxReader>.Instance);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _reader.StopAsync(Ct);
        _reader.Dispose();
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_is_answered_once()
    {
        Assert.True(await _inbox.PostAsync(Message("ana", "1"), Ct));
        Assert.False(await _inbox.PostAsync(Message("ana", "1"), Ct));
        Assert.True(await _inbox.PostAsync(Message("ben", "1"), Ct));
    }

    [Fact]
    public async Task A_slow_answer_to_one_person_does_not_hold_up_another()
    {
        await _reader.StartAsync(Ct);
        await _inbox.PostAsync(Message("ana", "1"), Ct);
        await _inbox.PostAsync(Message("ben", "1"), Ct);

        _answerer.Release("ben");
        Assert.Equal("ben", await _chat.NextAsync(Ct));

        _answerer.Release("ana");
        Assert.Equal("ana", await _chat.NextAsync(Ct));
    }

    [Fact]
    public async Task Typing_is_shown_while_an_answer_takes_time()
    {
        await _reader.StartAsync(Ct);
        await _inbox.PostAsync(Message("ana", "1"), Ct);
        await _answerer.StartedAsync("ana", Ct);

        while (_chat.Typings < 2)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        _answerer.Release("ana");
        Assert.Equal("ana", await _chat.NextAsync(Ct));
    }

    [Fact]
    public async Task A_running_command_can_be_stopped()
    {
        await _reader.StartAsync(Ct);
        await _inbox.PostAsync(Message("ana", "1"), Ct);
        await _answerer.StartedAsync("ana", Ct);

        Assert.True(_turns.Stop(new ChatAddress("test", "ana")));
        Assert.Equal("ana stopped", await _chat.NextAsync(Ct));
        Assert.False(_turns.Stop(new ChatAddress("test", "ben")));
    }

    [Fact]
    public async Task A_press_does_not_wait_for_the_command_that_is_being_worked_on()
    {
        await _reader.StartAsync(Ct);
        await _inbox.PostAsync(Message("ana", "1"), Ct);
        await _answerer.StartedAsync("ana", Ct);
        ChatAddress address = new("test", "ana");

        await _inbox.PostAsync(
            Message("ana", "2") with { Text = _seal.Seal(new Tap('c', "7F3KQ2M8ZT4WA", 3), address), Pressed = new MessageRef(address, "5") }, Ct);
        Assert.Equal("toast: confirmed", await _chat.NextAsync(Ct));

        _answerer.Release("ana");
        Assert.Equal("ana", await _chat.NextAsync(Ct));
    }

    private static ChatMessage Message(string chat, string id) =>
        new(new ChatAddress("test", chat), new PlatformIdentity("test", chat, chat), chat, id);

    private sealed class Slow : IAnswerer
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _started = new();
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _released = new();

        public void Release(string who) => Of(_released, who).TrySetResult();

        public Task StartedAsync(string who, CancellationToken ct) => Of(_started, who).Task.WaitAsync(ct);

        public async Task<Reply> AnswerAsync(ChatMessage message, CancellationToken ct)
        {
            Of(_started, message.Text).TrySetResult();
            try
            {
                await Of(_released, message.Text).Task.WaitAsync(ct);
                return new Reply { Mode = ExecutionMode.Paper, Title = message.Text };
            }
            catch (OperationCanceledException)
            {
                return new Reply { Mode = ExecutionMode.Paper, Title = $"{message.Text} stopped" };
            }
        }

        private static TaskCompletionSource Of(ConcurrentDictionary<string, TaskCompletionSource> sources, string who) =>
            sources.GetOrAdd(who, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class Handler : ITapHandler
    {
        public string Operations => "c";

        public Task<TapAnswer> PressAsync(TapPress press, CancellationToken ct) => Task.FromResult(new TapAnswer("confirmed", null));
    }

    private sealed class Recorder : IChat
    {
        private readonly System.Threading.Channels.Channel<string> _sent = System.Threading.Channels.Channel.CreateUnbounded<string>();
        private int _typings;

        public string Platform => "test";

        public int Typings => Volatile.Read(ref _typings);

        public ValueTask<string> NextAsync(CancellationToken ct) => _sent.Reader.ReadAsync(ct);

        public async Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
        {
            await _sent.Writer.WriteAsync(reply.Title, ct);
            return new MessageRef(address, "1");
        }

        public Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct) => Task.FromResult(true);

        public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(true);

        public async Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct) =>
            await _sent.Writer.WriteAsync($"toast: {answer.Toast}", ct);

        public Task ShowTypingAsync(ChatAddress address, CancellationToken ct)
        {
            Interlocked.Increment(ref _typings);
            return Task.CompletedTask;
        }
    }

    private sealed class NoCards : IShownCards
    {
        public Task ShownAsync(string card, MessageRef where, CancellationToken ct) => throw new InvalidOperationException("No card was asked for.");
    }
}
