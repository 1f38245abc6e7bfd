using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Testing;

/// <summary>Remembers which events were taken as long as it lives, which may be longer than a bot.</summary>
public sealed class FakeInboxLog : IInboxLog
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Platform, string EventId)> _taken = [];
    private readonly Dictionary<string, string> _positions = [];

    /// <summary>Whether the store can be used.</summary>
    public bool Broken { get; set; }

    public Task<bool> TryTakeAsync(string platform, string eventId, string? position, DateTimeOffset now, CancellationToken ct)
    {
        ThrowIfBroken();
        lock (_gate)
        {
            if (position is not null)
                _positions[platform] = position;
            return Task.FromResult(_taken.Add((platform, eventId)));
        }
    }

    public Task<string?> PositionAsync(string platform, CancellationToken ct)
    {
        ThrowIfBroken();
        lock (_gate)
            return Task.FromResult(_positions.GetValueOrDefault(platform));
    }

    private void ThrowIfBroken()
    {
        if (Broken)
            throw new StoreUnavailableException("The store is broken.");
    }
}
