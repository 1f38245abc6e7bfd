using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The taken events of the embedded store.</summary>
internal sealed class LiteInboxLog(StoreThread thread) : IInboxLog
{
    public Task<bool> TryTakeAsync(string platform, string eventId, string? position, DateTimeOffset now, CancellationToken ct)
    {
        StoreLimits.CheckName(platform, "The platform");
        StoreLimits.CheckName(eventId, "The event's id");
        return thread.DoAsync(
            session =>
            {
                if (session.Inbox.Knows(platform, eventId))
                    return false;
                session.Write(() =>
                {
                    session.Inbox.Take(platform, eventId, now);
                    if (position is not null)
                        session.Meta.SetPosition(platform, position);
                });
                return true;
            },
            ct);
    }

    public Task<string?> PositionAsync(string platform, CancellationToken ct) => thread.DoAsync(session => session.Meta.Position(platform), ct);
}
