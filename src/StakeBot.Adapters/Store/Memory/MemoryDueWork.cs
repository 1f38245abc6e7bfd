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

    public Task<bool> CompleteAsync(
        ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing, CancellationToken ct)
    {
        StoreLimits.CheckCompletion(claim, occurrence, next, outgoing);
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (_items.GetValueOrDefault(claim.Item.Id) is not { } entered || entered.Fence != claim.Fence)
                return Task.FromResult(false);
            if (next is null)
                _items.Remove(claim.Item.Id);
            else
                Put(next);
            if (!_occurred.Add(occurrence))
                return Task.FromResult(false);
            foreach (OutgoingMessage message in outgoing)
                outbox.Add(message);
            return Task.FromResult(true);
        }
    }

    private IEnumerable<DueItem> Free(string kind, DateTimeOffset now) => _items.Values
        .Where(entered => entered.Item.Kind == kind && entered.Item.Due <= now && entered.Until <= now)
        .Select(entered => entered.Item)
        .OrderBy(item => item.Due)
        .ThenBy(item => item.Id, StringComparer.Ordinal);

    private void Put(DueItem item) => _items[item.Id] = new Entered(item with { Due = Milliseconds.Of(item.Due) }, Fence: 0, DateTimeOffset.MinValue);

    private sealed record Entered(DueItem Item, long Fence, DateTimeOffset Until);
}
