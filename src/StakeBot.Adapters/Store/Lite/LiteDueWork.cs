using LiteDB;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The due items of the embedded store.</summary>
internal sealed class LiteDueWork(StoreThread thread, DiskRoom room) : IDueWork
{
    public Task PutAsync(DueItem item, CancellationToken ct)
    {
        StoreLimits.Check(item);
        return WriteAsync(session => session.Due.Put(item), ct);
    }

    public Task RemoveAsync(string id, CancellationToken ct) => WriteAsync(session => session.Due.Remove(id), ct);

    public Task<DueItem?> FindAsync(string id, CancellationToken ct) => thread.DoAsync(session => session.Due.Find(id), ct);

    public Task<IReadOnlyList<ClaimedItem>> ClaimAsync(string kind, DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) =>
        thread.DoAsync<IReadOnlyList<ClaimedItem>>(session => room.IsShort ? [] : Claim(session, kind, now, lease, most), ct);

    public Task<bool> CompleteAsync(
        ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing, CancellationToken ct)
    {
        StoreLimits.CheckCompletion(claim, occurrence, next, outgoing);
        return thread.DoAsync(session => Complete(session, claim, occurrence, next, outgoing), ct);
    }

    private static List<ClaimedItem> Claim(LiteSession session, string kind, DateTimeOffset now, TimeSpan lease, int most)
    {
        IReadOnlyList<BsonDocument> free = session.Due.Free(kind, now, most);
        if (free.Count == 0)
            return [];
        List<ClaimedItem> claimed = [];
        session.Write(() =>
        {
            long fence = session.Meta.Fence;
            foreach (BsonDocument item in free)
                claimed.Add(session.Due.Claim(item, ++fence, now + lease));
            session.Meta.Fence = fence;
        });
        return claimed;
    }

    private static bool Complete(LiteSession session, ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing)
    {
        if (!session.Due.Holds(claim))
            return false;
        bool first = !session.Due.Occurred(occurrence);
        session.Write(() =>
        {
            if (next is null)
                session.Due.Remove(claim.Item.Id);
            else
                session.Due.Put(next);
            if (!first)
                return;
            session.Due.Note(occurrence, claim.Item.Due);
            foreach (OutgoingMessage message in outgoing.Where(message => !session.Outbox.Knows(message.Id)))
                session.Outbox.Add(message);
        });
        return first;
    }

    private Task<bool> WriteAsync(Action<LiteSession> change, CancellationToken ct) => thread.DoAsync(
        session =>
        {
            session.Write(() => change(session));
            return true;
        },
        ct);
}
