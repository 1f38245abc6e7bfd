using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The outbox of the embedded store.</summary>
internal sealed class LiteOutbox(StoreThread thread) : IOutbox
{
    public Task<bool> TryAddAsync(OutgoingMessage message, CancellationToken ct)
    {
        StoreLimits.Check(message);
        return thread.DoAsync(
            session =>
            {
                if (session.Outbox.Knows(message.Id))
                    return false;
                session.Write(() => session.Outbox.Add(message));
                return true;
            },
            ct);
    }

    public Task<IReadOnlyList<PendingMessage>> DueAsync(string platform, DateTimeOffset now, int most, CancellationToken ct) =>
        thread.DoAsync(session => session.Outbox.Due(platform, now, most), ct);

    public Task BeginSendAsync(string id, DateTimeOffset now, CancellationToken ct) => WriteAsync(outbox => outbox.BeginSend(id, now), ct);

    public Task SentAsync(string id, DateTimeOffset now, CancellationToken ct) => WriteAsync(outbox => outbox.End(id, now, reason: null), ct);

    public Task NotSentAsync(string id, DateTimeOffset? again, string reason, CancellationToken ct) =>
        WriteAsync(outbox => again is { } time ? outbox.Again(id, time, reason) : outbox.End(id, at: null, reason), ct);

    // A message that is over already is left as it is: the same news may be told twice.
    private Task<bool> WriteAsync(Func<OutboxTable, bool> change, CancellationToken ct) => thread.DoAsync(
        session =>
        {
            bool changed = false;
            session.Write(() => changed = change(session.Outbox));
            return changed;
        },
        ct);
}
