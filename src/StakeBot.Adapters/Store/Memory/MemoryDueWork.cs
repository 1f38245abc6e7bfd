using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Memory;

/// <summary>The due items in memory.</summary>
internal sealed class MemoryDueWork(Lock gate, MemoryOutbox outbox) : IDueWork
{
    private readonly Dictionary<string, Entered> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _occurred = new(StringComparer.Ordinal);
    private long _fence;

    public Task PutAsync(DueItem item, CancellationToken ct)
    {
        StoreLimits.Check(item);
        ct.ThrowIfCancellationRequested();
        lock (gate)
            Put(item);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string id, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
            _items.Remove(id);
        return Task.CompletedTask;
    }

    public Task<DueItem?> FindAsync(string id, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(_items.GetValueOrDefault(id)?.Item);
    }

    public Task<IReadOnlyList<ClaimedItem>> ClaimAsync(string kind, DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            List<ClaimedItem> claimed = [];
            foreach (DueItem item in Free(kind, now).Take(most).ToArray())
            {
                _items[item.Id] = new Entered(item, ++_fence, now + lease);
                claimed.Add(new ClaimedItem(item, _fence));
            }
            return Task.FromResult<IReadOnlyList<ClaimedItem>>(claimed);
        }
    }

    public async Task<bool> CompleteAsync(
        ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing, CancellationToken ct) =>
        (await CompleteAsync([new Completion(claim, occurrence, next, outgoing)], ct))[0];

    public Task<IReadOnlyList<bool>> CompleteAsync(IReadOnlyList<Completion> completions, CancellationToken ct)
    {
        foreach (Completion completion in completions)
            StoreLimits.Check(completion);
        ct.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult<IReadOnlyList<bool>>([.. completions.Select(Complete)]);
    }

    private bool Complete(Completion completion)
    {
        string id = completion.Claim.Item.Id;
        if (_items.GetValueOrDefault(id) is not { } entered || entered.Fence != completion.Claim.Fence)
            return false;
        if (completion.Next is null)
            _items.Remove(id);
        else
            Put(completion.Next);
        if (!_occurred.Add(completion.Occurrence))
            return false;
        foreach (OutgoingMessage message in completion.Outgoing)
            outbox.Add(message);
        return true;
    }

    private IEnumerable<DueItem> Free(string kind, DateTimeOffset now) => _items.Values
        .Where(entered => entered.Item.Kind == kind && entered.Item.Due <= now && entered.Until <= now)
        .Select(entered => entered.Item)
        .OrderBy(item => item.Due)
        .ThenBy(item => item.Id, StringComparer.Ordinal);

    private void Put(DueItem item) => _items[item.Id] = new Entered(item with { Due = Milliseconds.Of(item.Due) }, Fence: 0, DateTimeOffset.MinValue);

    private sealed record Entered(DueItem Item, long Fence, DateTimeOffset Until);
}
