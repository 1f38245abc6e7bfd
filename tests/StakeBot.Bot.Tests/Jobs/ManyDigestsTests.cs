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

/// <summary>A thousand digests wait for a platform that takes its time.</summary>
public sealed class ManyDigestsTests : IDisposable
{
    private const int Digests = 1000;
    private const int DigestsAtATime = 16;
    private const int AtATime = 32;

    private readonly FakeOutbox _outbox = new();
    private readonly OutboxSignal _signal = new();
    private readonly ScriptedSurface _chat = new("test", new TapSeal(new RandomTapKeys()));
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _begun = new();
    private readonly Notes _notes = new();
    private readonly SemaphoreSlim _pace = new(0);
    private readonly OutboxSender _sender;
    private int _underWay;
    private int _mostUnderWay;

    public ManyDigestsTests()
    {
        _sender = new OutboxSender(
            [_chat], [_notes], _signal, new FakeTimeProvider(Some.Moment), NullLogger<OutboxSender>.Instance, NullLogger<Delivery>.Instance, Failpoints.None, _outbox);
        _chat.Before = PacedAsync;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sender.Dispose();
        _pace.Dispose();
    }

    [Theory]
    [InlineData(OutgoingPriority.Answer)]
    [InlineData(OutgoingPriority.Confirmation)]
    [InlineData(OutgoingPriority.Alert)]
    public async Task What_is_urgent_overtakes_them(OutgoingPriority urgent)
    {
        await DigestsWaitAsync();

        await AddAsync("urgent", "ana", urgent);
        _signal.Wake();
        await Begun("ana").Task.WaitAsync(Ct);

        Assert.Equal(DigestsAtATime + 1, _underWay);
        await EndAsync(Digests + 1);
    }

    [Fact]
    public async Task Only_those_are_doubtful_after_a_kill_that_were_handed_over()
    {
        await DigestsWaitAsync();

        Assert.Equal(DigestsAtATime, Enumerable.Range(0, Digests).Count(number => _outbox.AttemptsOf($"{number}") > 0));
        await EndAsync(Digests);
        Assert.Equal(DigestsAtATime, _mostUnderWay);
    }

    [Fact]
    public async Task Those_that_are_urgent_are_handed_over_before_them()
    {
        foreach (int number in Enumerable.Range(0, 100))
            await AddAsync($"d{number}", $"digest {number}", OutgoingPriority.Digest);
        foreach (int number in Enumerable.Range(0, 100))
            await AddAsync($"a{number}", $"alert {number}", OutgoingPriority.Alert);
        await _sender.StartAsync(Ct);

        for (int released = 0; released < 200; released++)
        {
            // The last alerts and the first digests are under way together: never more than there is room for.
            int digests = _begun.Keys.Count(chat => chat.StartsWith("digest", StringComparison.Ordinal));
            Assert.True(digests == 0 || released + AtATime >= 100, $"{digests} digests went before {100 - released} alerts.");
            _pace.Release();
        }

        await EndAsync(200, release: false);
        Assert.InRange(_mostUnderWay, 1, AtATime);
    }

    [Fact]
    public async Task While_they_are_computed_half_of_the_machine_is_left_to_what_is_urgent()
    {
        TaskCompletionSource computed = new(TaskCreationOptions.RunContinuationsAsynchronously), atWork = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int digests = 0;
        _notes.Before = async address =>
        {
            if (address.Chat == "ana")
                return;
            if (Interlocked.Increment(ref digests) == Delivery.DigestsAtWork)
                atWork.SetResult();
            await computed.Task.WaitAsync(Ct);
        };
        foreach (int number in Enumerable.Range(0, 100))
            await AddAsync($"{number}", $"person {number}", OutgoingPriority.Digest);
        await _sender.StartAsync(Ct);
        await atWork.Task.WaitAsync(Ct);

        await AddAsync("urgent", "ana", OutgoingPriority.Alert);
        _signal.Wake();
        await Begun("ana").Task.WaitAsync(Ct);

        Assert.Equal(Delivery.DigestsAtWork, digests);
        computed.SetResult();
        await EndAsync(101);
    }

    private async Task DigestsWaitAsync()
    {
        foreach (int number in Enumerable.Range(0, Digests))
            await AddAsync($"{number}", $"person {number}", OutgoingPriority.Digest);
        await _sender.StartAsync(Ct);
        foreach (int number in Enumerable.Range(0, DigestsAtATime))
            await Begun($"person {number}").Task.WaitAsync(Ct);
    }

    private async Task EndAsync(int messages, bool release = true)
    {
        if (release)
            _pace.Release(messages);
        while (_outbox.Sent.Count < messages)
            await Task.Yield();
        await _sender.StopAsync(Ct);
        Assert.Equal(messages, _chat.Shown.Select(shown => shown.Where.Address.Chat).Distinct().Count());
        Assert.Equal(messages, _chat.Shown.Count);
    }

    private async Task PacedAsync(ChatAddress address, CancellationToken ct)
    {
        int underWay = Interlocked.Increment(ref _underWay);
        for (int most = _mostUnderWay; underWay > most; most = _mostUnderWay)
            Interlocked.CompareExchange(ref _mostUnderWay, underWay, most);
        Begun(address.Chat).TrySetResult();
        await _pace.WaitAsync(ct);
        Interlocked.Decrement(ref _underWay);
    }

    private TaskCompletionSource Begun(string chat) => _begun.GetOrAdd(chat, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AddAsync(string id, string chat, OutgoingPriority priority) =>
        Assert.True(await _outbox.TryAddAsync(new OutgoingMessage(id, "test", chat, priority, """{"kind":"note"}""", Some.Moment), Ct));

    private sealed class Notes : IOutgoingText
    {
        public string Kind => "note";

        /// <summary>What making one waits for.</summary>
        public Func<ChatAddress, Task>? Before { get; set; }

        public async Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct)
        {
            await (Before?.Invoke(address) ?? Task.CompletedTask);
            return new OutgoingReply(new Reply { Mode = ExecutionMode.Paper, Title = "A note" }, null);
        }

        public Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct) => Task.CompletedTask;
    }
}
