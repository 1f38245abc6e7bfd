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

    public async Task<bool> CompleteAsync(
        ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing, CancellationToken ct) =>
        (await CompleteAsync([new Completion(claim, occurrence, next, outgoing)], ct))[0];

    public Task<IReadOnlyList<bool>> CompleteAsync(IReadOnlyList<Completion> completions, CancellationToken ct)
    {
        foreach (Completion completion in completions)
            StoreLimits.Check(completion);
        return thread.DoAsync<IReadOnlyList<bool>>(session => Complete(session, completions), ct);
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

    private static bool[] Complete(LiteSession session, IReadOnlyList<Completion> completions)
    {
        bool[] counted = new bool[completions.Count];
        if (!completions.Any(completion => session.Due.Holds(completion.Claim)))
            return counted;
        session.Write(() =>
        {
            for (int i = 0; i < counted.Length; i++)
                counted[i] = session.Due.Holds(completions[i].Claim) && Complete(session, completions[i]);
        });
        return counted;
    }

    private static bool Complete(LiteSession session, Completion completion)
    {
        if (completion.Next is null)
            session.Due.Remove(completion.Claim.Item.Id);
        else
            session.Due.Put(completion.Next);
        if (session.Due.Occurred(completion.Occurrence))
            return false;
        session.Due.Note(completion.Occurrence, completion.Claim.Item.Due);
        foreach (OutgoingMessage message in completion.Outgoing.Where(message => !session.Outbox.Knows(message.Id)))
            session.Outbox.Add(message);
        return true;
    }

    private Task<bool> WriteAsync(Action<LiteSession> change, CancellationToken ct) => thread.DoAsync(
        session =>
        {
            session.Write(() => change(session));
            return true;
        },
        ct);
}
