using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Jobs;

public sealed class OutboxSenderTests : IDisposable
{
    private readonly FakeOutbox _outbox = new();
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly OutboxSignal _signal = new();
    private readonly Notes _notes = new();
    private readonly ScriptedSurface _chat = new("test", new TapSeal(new RandomTapKeys()));
    private readonly List<OutboxSender> _senders = [];
    private OutboxSender _sender;

    public OutboxSenderTests() => _sender = NewProcess();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<string> Shown => _chat.Shown.Select(shown => shown.Reply.Title);

    public void Dispose() => _senders.ForEach(sender => sender.Dispose());

    [Fact]
    public async Task A_message_says_what_is_true_when_it_is_sent_and_is_sent_once()
    {
        await AddAsync("1", "ana", "old");
        _notes.Says["old"] = "new";

        await _sender.DrainAsync(Ct);
        await _sender.DrainAsync(Ct);

        Assert.Equal(["new"], Shown);
        Assert.Equal(["1"], _outbox.Sent);
        Assert.Equal(("old", _chat.Shown[0].Where), Assert.Single(_notes.Delivered));
    }

    [Fact]
    public async Task What_somebody_waits_for_goes_first()
    {
        await AddAsync("1", "ana", "digest", OutgoingPriority.Digest);
        await AddAsync("2", "ana", "alert", OutgoingPriority.Alert);
        await AddAsync("3", "ana", "answer", OutgoingPriority.Answer);

        await _sender.DrainAsync(Ct);

        Assert.Equal(["answer", "alert", "digest"], Shown);
    }

    [Fact]
    public async Task What_is_for_later_waits()
    {
        await AddAsync("1", "ana", "later", notBefore: Some.Moment.AddSeconds(30));
        await _sender.DrainAsync(Ct);
        Assert.Empty(Shown);

        _time.Advance(TimeSpan.FromSeconds(30));
        await _sender.DrainAsync(Ct);
        Assert.Equal(["later"], Shown);
    }

    [Fact]
    public async Task An_edit_changes_the_message_in_place_and_tells_nobody_a_new_place()
    {
        _notes.Edits["state"] = await _chat.SendAsync(new ChatAddress("test", "ana"), Note("before"), Ct);
        await AddAsync("1", "ana", "state");

        await _sender.DrainAsync(Ct);

        Assert.Equal(["state"], Shown);
        Assert.Empty(_notes.Delivered);
        Assert.Equal(["1"], _outbox.Sent);
    }

    [Fact]
    public async Task An_edit_of_a_message_that_is_gone_is_shown_anew_and_its_maker_is_told_where()
    {
        _notes.Edits["state"] = new MessageRef(new ChatAddress("test", "ana"), "deleted");
        await AddAsync("1", "ana", "state");

        await _sender.DrainAsync(Ct);

        Assert.Equal(["state"], Shown);
        Assert.Equal(("state", _chat.Shown[0].Where), Assert.Single(_notes.Delivered));
    }

    [Fact]
    public async Task Nothing_left_to_say_is_done_without_a_word()
    {
        await AddAsync("1", "ana", "moot");
        _notes.Says["moot"] = null;

        await _sender.DrainAsync(Ct);

        Assert.Empty(Shown);
        Assert.Equal(["1"], _outbox.Sent);
    }

    [Fact]
    public async Task An_outage_is_waited_out_longer_each_time_and_the_order_is_kept()
    {
        bool isOut = true;
        _chat.Outage = _ => isOut ? new ChatUnavailableException("No answer.") : null;
        await AddAsync("1", "ana", "first");
        await AddAsync("2", "ana", "second");
        await _sender.DrainAsync(Ct);
        foreach (int wait in (int[])[5, 10, 20])
        {
            _time.Advance(TimeSpan.FromSeconds(wait - 1));
            int attempts = _outbox.AttemptsOf("1");
            await _sender.DrainAsync(Ct);
            Assert.Equal(attempts, _outbox.AttemptsOf("1"));
            _time.Advance(TimeSpan.FromSeconds(1));
            await _sender.DrainAsync(Ct);
            Assert.Equal(attempts + 1, _outbox.AttemptsOf("1"));
        }
        Assert.Equal(0, _outbox.AttemptsOf("2"));

        isOut = false;
        _time.Advance(TimeSpan.FromSeconds(40));
        await _sender.DrainAsync(Ct);
        Assert.Equal(["first", "second"], Shown);
    }

    [Fact]
    public async Task A_platform_s_own_wish_is_kept()
    {
        _chat.Outage = _ => new ChatUnavailableException("Too many.") { RetryAfter = TimeSpan.FromSeconds(90) };
        await AddAsync("1", "ana", "first");
        await _sender.DrainAsync(Ct);

        _chat.Outage = null;
        _time.Advance(TimeSpan.FromSeconds(89));
        await _sender.DrainAsync(Ct);
        Assert.Empty(Shown);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _sender.DrainAsync(Ct);
        Assert.Equal(["first"], Shown);
    }

    [Fact]
    public async Task A_long_queue_to_nobody_holds_up_nobody_else()
    {
        _chat.Outage = address => address.Chat == "ana" ? new ChatUnavailableException("No answer.") : null;
        for (int number = 1; number <= 250; number++)
            await AddAsync($"{number}", "ana", "to ana");
        await _sender.DrainAsync(Ct);
        await AddAsync("ben", "ben", "to ben");

        await _sender.DrainAsync(Ct);

        Assert.Equal(["to ben"], Shown);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_given_up()
    {
        _chat.Gone.Add("ana");
        await AddAsync("1", "ana", "hello");
        await AddAsync("2", "ben", "hello ben");

        await _sender.DrainAsync(Ct);

        Assert.Equal(["hello ben"], Shown);
        Assert.Equal("The message or its conversation is gone.", _outbox.GivenUp["1"]);
    }

    [Fact]
    public async Task A_message_that_cannot_be_made_is_set_aside_and_tried_again()
    {
        _notes.Fails.Add("broken");
        await AddAsync("1", "ana", "broken");
        await AddAsync("2", "ana", "sound");
        await AddAsync("3", "ana", "of an unknown kind", kind: "nobody-knows");
        await _sender.DrainAsync(Ct);
        Assert.Equal(["sound"], Shown);

        _notes.Fails.Clear();
        _time.Advance(TimeSpan.FromSeconds(5));
        await _sender.DrainAsync(Ct);
        Assert.Equal(["sound", "broken"], Shown);
        Assert.Equal(2, _outbox.AttemptsOf("3"));
    }

    [Fact]
    public async Task A_new_message_whose_sending_a_kill_interrupted_is_sent_again_and_says_so()
    {
        await AddAsync("1", "ana", "alert", OutgoingPriority.Alert);
        await _outbox.BeginSendAsync("1", Some.Moment, Ct);

        await NewProcess().DrainAsync(Ct);

        Assert.Equal(["alert (repeated)"], Shown);
    }

    [Fact]
    public async Task A_message_that_is_known_to_have_arrived_is_edited_and_not_doubled()
    {
        await AddAsync("1", "ana", "state");
        _outbox.Broken = method => method == nameof(IOutbox.SentAsync);
        await _sender.DrainAsync(Ct);
        Assert.Equal(["state"], Shown);
        // The process ends here: its maker has stored where the message is, the outbox does not know that it arrived.
        _outbox.Broken = null;
        _notes.Edits["state"] = _notes.Delivered.Single().Where;

        await NewProcess().DrainAsync(Ct);

        Assert.Equal(["state"], Shown);
        Assert.Equal(1, _chat.Shown[0].Edits);
        Assert.Equal(["1"], _outbox.Sent);
    }

    [Fact]
    public async Task A_digest_is_better_missing_than_doubled()
    {
        await AddAsync("1", "ana", "digest", OutgoingPriority.Digest);
        await _outbox.BeginSendAsync("1", Some.Moment, Ct);

        await NewProcess().DrainAsync(Ct);

        Assert.Empty(Shown);
        Assert.Contains("interrupted", _outbox.GivenUp["1"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_is_not_shown_again_only_because_the_store_was_away()
    {
        _outbox.Broken = method => method == nameof(IOutbox.SentAsync);
        await AddAsync("1", "ana", "hello");
        await _sender.DrainAsync(Ct);
        _time.Advance(TimeSpan.FromSeconds(5));
        await _sender.DrainAsync(Ct);

        _outbox.Broken = null;
        _time.Advance(TimeSpan.FromSeconds(5));
        await _sender.DrainAsync(Ct);

        Assert.Equal(["hello"], Shown);
        Assert.Equal(["1"], _outbox.Sent);
    }

    [Fact]
    public async Task A_wake_sends_at_once_and_a_slow_reader_holds_up_no_other()
    {
        TaskCompletionSource slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ConcurrentDictionary<string, TaskCompletionSource> arrived = new();
        _chat.Before = async (address, ct) =>
        {
            if (address.Chat == "ana")
                await slow.Task.WaitAsync(ct);
            Arrived(address.Chat).TrySetResult();
        };
        await _sender.StartAsync(Ct);
        await AddAsync("1", "ana", "to ana");
        await AddAsync("2", "ben", "to ben");

        _signal.Wake();
        await Arrived("ben").Task.WaitAsync(Ct);
        await AddAsync("3", "cho", "to cho");
        _signal.Wake();
        await Arrived("cho").Task.WaitAsync(Ct);
        Assert.False(Arrived("ana").Task.IsCompleted);

        slow.SetResult();
        await Arrived("ana").Task.WaitAsync(Ct);
        await _sender.StopAsync(Ct);
        Assert.Equal(["1", "2", "3"], _outbox.Sent.Order());

        TaskCompletionSource Arrived(string chat) => arrived.GetOrAdd(chat, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    [Fact]
    public async Task A_stop_lets_what_is_being_sent_arrive()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously), slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _chat.Before = async (_, ct) =>
        {
            begun.TrySetResult();
            await slow.Task.WaitAsync(ct);
        };
        await AddAsync("1", "ana", "first");
        await AddAsync("2", "ana", "second");
        await _sender.StartAsync(Ct);
        await begun.Task.WaitAsync(Ct);

        Task stopped = _sender.StopAsync(Ct);
        slow.SetResult();
        await stopped;

        Assert.Equal(["first"], Shown);
        Assert.Equal(["1"], _outbox.Sent);
    }

    [Fact]
    public async Task A_send_that_never_ends_is_given_up_and_tried_again()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _chat.Before = async (_, ct) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        };
        await AddAsync("1", "ana", "hello");
        Task drained = _sender.DrainAsync(Ct);
        await begun.Task.WaitAsync(Ct);
        _time.Advance(Delivery.Longest);
        await drained;

        _chat.Before = null;
        _time.Advance(TimeSpan.FromSeconds(5));
        await _sender.DrainAsync(Ct);
        Assert.Equal(["hello"], Shown);
    }

    [Fact]
    public async Task What_was_stored_for_later_is_sent_without_a_wake()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _chat.Before = (_, _) =>
        {
            arrived.TrySetResult();
            return Task.CompletedTask;
        };
        await AddAsync("1", "ana", "later", notBefore: Some.Moment.AddSeconds(7));
        await _sender.StartAsync(Ct);

        while (!arrived.Task.IsCompleted)
        {
            _time.Advance(PlatformOutbox.Every);
            await Task.Yield();
        }

        await _sender.StopAsync(Ct);
        Assert.Equal(["later"], Shown);
    }

    private OutboxSender NewProcess()
    {
        _sender = new OutboxSender(
            [_chat], [_notes], _signal, _time, NullLogger<OutboxSender>.Instance, NullLogger<Delivery>.Instance, Failpoints.None, _outbox);
        _senders.Add(_sender);
        return _sender;
    }

    private async Task AddAsync(
        string id, string chat, string text, OutgoingPriority priority = OutgoingPriority.Confirmation, DateTimeOffset? notBefore = null, string kind = "note")
    {
        string body = $$"""{"kind":"{{kind}}","text":"{{text}}"}""";
        Assert.True(await _outbox.TryAddAsync(new OutgoingMessage(id, "test", chat, priority, body, notBefore ?? Some.Moment), Ct));
    }

    private static Reply Note(string title) => new() { Mode = ExecutionMode.Paper, Title = title };

    private sealed class Notes : IOutgoingText
    {
        public string Kind => "note";

        public Dictionary<string, string?> Says { get; } = [];

        public Dictionary<string, MessageRef?> Edits { get; } = [];

        public HashSet<string> Fails { get; } = [];

        public ConcurrentQueue<(string Text, MessageRef Where)> Delivered { get; } = [];

        public Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct)
        {
            string text = body.GetProperty("text").GetString()!;
            if (Fails.Contains(text))
                throw new InvalidOperationException("A bug.");
            string? says = Says.GetValueOrDefault(text, text);
            return Task.FromResult(says is null ? null : new OutgoingReply(Note(says), Edits.GetValueOrDefault(text)));
        }

        public Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct)
        {
            Delivered.Enqueue((body.GetProperty("text").GetString()!, where));
            return Task.CompletedTask;
        }
    }
}
