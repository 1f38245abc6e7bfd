using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Tests.Chat;

public sealed class InboxReaderTests : IAsyncDisposable
{
    private readonly Inbox _inbox = new();
    private readonly RunningTurns _turns = new();
    private readonly Slow _answerer = new();
    private readonly Recorder _chat = new();
    private readonly FakeTimeProvider _time = new();
    private readonly InboxReader _reader;

    public InboxReaderTests()
    {
        _reader = new InboxReader(_inbox, _answerer, [_chat], _turns, _time, NullLogger<InboxReader>.Instance);
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

    private sealed class Recorder : IChat
    {
        private readonly System.Threading.Channels.Channel<string> _sent = System.Threading.Channels.Channel.CreateUnbounded<string>();
        private int _typings;

        public string Platform => "test";

        public int Typings => Volatile.Read(ref _typings);

        public ValueTask<string> NextAsync(CancellationToken ct) => _sent.Reader.ReadAsync(ct);

        public async Task SendAsync(ChatAddress address, Reply reply, CancellationToken ct) => await _sent.Writer.WriteAsync(reply.Title, ct);

        public Task ShowTypingAsync(ChatAddress address, CancellationToken ct)
        {
            Interlocked.Increment(ref _typings);
            return Task.CompletedTask;
        }
    }
}
