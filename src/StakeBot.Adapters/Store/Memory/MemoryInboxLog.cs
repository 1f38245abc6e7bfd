using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Memory;

/// <summary>The taken events in memory.</summary>
internal sealed class MemoryInboxLog(Lock gate) : IInboxLog
{
    private readonly HashSet<(string Platform, string EventId)> _taken = [];
    private readonly Dictionary<string, string> _positions = new(StringComparer.Ordinal);

    public Task<bool> TryTakeAsync(string platform, string eventId, string? position, DateTimeOffset now, CancellationToken ct)
    {
        StoreLimits.CheckName(platform, "The platform");
        StoreLimits.CheckName(eventId, "The event's id");
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!_taken.Add((platform, eventId)))
                return Task.FromResult(false);
            if (position is not null)
                _positions[platform] = position;
            return Task.FromResult(true);
        }
    }

    public Task<string?> PositionAsync(string platform, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(_positions.GetValueOrDefault(platform));
    }
}
