using Microsoft.Extensions.Logging.Abstractions;
using StakeBot.Adapters.Store.Memory;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Watching;

public sealed class DueWorkerTests
{
    private readonly SteppedTime _time = new(Some.Moment);
    private readonly OutboxSignal _signal = new();
    private readonly List<string> _done = [];
    private readonly MemoryStore _store;

    public DueWorkerTests() => _store = new MemoryStore(_time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_items_at_one_minute_hold_up_no_other_kind_for_more_than_a_batch()
    {
        await PutAsync("digest", 1000);
        await PutAsync("alert", 1);

        await Worker(_store.Due, Handler("digest"), Handler("alert")).RunOnceAsync(Ct);

        Assert.Equal(1001, _done.Distinct().Count());
        Assert.Equal(1001, _done.Count);
        Assert.Equal(100, _done.IndexOf("alert 0"));
    }

    [Fact]
    public async Task What_a_slow_batch_does_not_come_to_within_its_minute_is_claimed_anew()
    {
        await PutAsync("digest", 250);
        LeasedWork leased = new(_store.Due, _time);
        List<string> lost = [];
        Recording slow = Handler("digest", item =>
        {
            if (!leased.IsHeld(item.Id))
                lost.Add(item.Id);
            _time.Advance(TimeSpan.FromSeconds(1));
        });

        await Worker(leased, slow).RunOnceAsync(Ct);

        Assert.Empty(lost);
        Assert.Equal(250, _done.Distinct().Count());
        Assert.Equal(250, _done.Count);
        Assert.Equal(250, (await _store.Outbox.DueAsync("web", _time.GetUtcNow(), 1000, Ct)).Count);
    }

    [Fact]
    public async Task One_that_cannot_be_noted_keeps_no_other_from_it()
    {
        await PutAsync("digest", 50);
        Recording handler = new("digest", item => new OutgoingMessage(
            item.Id, "web", "42", OutgoingPriority.Digest, item.Id == "digest 7" ? new string('x', 5000) : "{}", _time.GetUtcNow()));

        await Worker(_store.Due, handler).RunOnceAsync(Ct);

        Assert.Equal(49, (await _store.Outbox.DueAsync("web", _time.GetUtcNow(), 1000, Ct)).Count);
        Assert.NotNull(await _store.Due.FindAsync("digest 7", Ct));
        Assert.Null(await _store.Due.FindAsync("digest 8", Ct));
    }

    [Fact]
    public async Task The_sender_is_woken_for_what_is_to_be_said_now_and_not_for_what_waits()
    {
        await PutAsync("digest", 1);
        Task woken = _signal.Next;
        await Worker(_store.Due, Handler("digest", later: TimeSpan.FromSeconds(30))).RunOnceAsync(Ct);
        Assert.False(woken.IsCompleted);

        await PutAsync("alert", 1);
        await Worker(_store.Due, Handler("alert")).RunOnceAsync(Ct);
        Assert.True(woken.IsCompleted);
    }

    [Fact]
    public async Task One_kind_that_cannot_be_restored_keeps_no_other_from_its_work_and_is_tried_again()
    {
        await PutAsync("digest", 1);
        await PutAsync("alert", 1);
        Recording broken = Handler("digest");
        Recording sound = Handler("alert");
        broken.Fault = new TimeZoneNotFoundException("Atlantis");
        DueWorker worker = Worker(_store.Due, broken, sound);

        await worker.RunOnceAsync(Ct);
        Assert.Equal(["digest 0", "alert 0"], _done);
        broken.Fault = null;
        await worker.RunOnceAsync(Ct);
        await worker.RunOnceAsync(Ct);

        Assert.Equal((2, 1), (broken.Restores, sound.Restores));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_has_everything_put_anew()
    {
        Recording handler = Handler("digest");
        DueWorker worker = Worker(_store.Due, handler);
        await worker.RunOnceAsync(Ct);
        _time.Advance(TimeSpan.FromHours(1));
        await worker.RunOnceAsync(Ct);
        Assert.Equal(1, handler.Restores);

        _time.Set(_time.GetUtcNow() - TimeSpan.FromDays(30));
        await worker.RunOnceAsync(Ct);
        await worker.RunOnceAsync(Ct);

        Assert.Equal(2, handler.Restores);
    }

    private async Task PutAsync(string kind, int count)
    {
        foreach (int number in Enumerable.Range(0, count))
            await _store.Due.PutAsync(new DueItem($"{kind} {number}", kind, Some.Moment, "{}"), Ct);
    }

    private DueWorker Worker(IDueWork due, params IDueHandler[] handlers) => new(handlers, _signal, _time, NullLogger<DueWorker>.Instance, due);

    private Recording Handler(string kind, Action<DueItem>? takes = null, TimeSpan later = default) => new(kind, item =>
    {
        takes?.Invoke(item);
        _done.Add(item.Id);
        return new OutgoingMessage(item.Id, "web", "42", OutgoingPriority.Digest, "{}", _time.GetUtcNow() + later);
    });

    private sealed class Recording(string kind, Func<DueItem, OutgoingMessage> does) : IDueHandler
    {
        public string Kind => kind;

        public int Restores { get; private set; }

        public Exception? Fault { get; set; }

        public Task RestoreAsync(CancellationToken ct)
        {
            Restores++;
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }

        public Task<DueStep> HandleAsync(DueItem item, CancellationToken ct) => Task.FromResult(new DueStep(item.Id, null, [does(item)]));
    }

    /// <summary>Remembers until when each item is whose.</summary>
    private sealed class LeasedWork(IDueWork work, TimeProvider time) : IDueWork
    {
        private readonly Dictionary<string, DateTimeOffset> _until = [];

        public bool IsHeld(string id) => time.GetUtcNow() < _until[id];

        public async Task<IReadOnlyList<ClaimedItem>> ClaimAsync(string kind, DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
        {
            IReadOnlyList<ClaimedItem> claims = await work.ClaimAsync(kind, now, lease, most, ct);
            foreach (ClaimedItem claim in claims)
                _until[claim.Item.Id] = now + lease;
            return claims;
        }

        public Task PutAsync(DueItem item, CancellationToken ct) => work.PutAsync(item, ct);

        public Task RemoveAsync(string id, CancellationToken ct) => work.RemoveAsync(id, ct);

        public Task<DueItem?> FindAsync(string id, CancellationToken ct) => work.FindAsync(id, ct);

        public Task<bool> CompleteAsync(ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing, CancellationToken ct) =>
            work.CompleteAsync(claim, occurrence, next, outgoing, ct);

        public Task<IReadOnlyList<bool>> CompleteAsync(IReadOnlyList<Completion> completions, CancellationToken ct) => work.CompleteAsync(completions, ct);
    }
}
