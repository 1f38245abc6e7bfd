namespace StakeBot.Bot.Ports.Storage;

/// <summary>Which of a platform's events were taken, over restarts.</summary>
/// <exception cref="StoreUnavailableException">Every method: the store cannot be used now.</exception>
public interface IInboxLog
{
    /// <summary>Takes an event, and with it the position up to which a platform's queue was read, in one durable step.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="eventId">The platform's id of the event.</param>
    /// <param name="position">Where to read on after a restart, such as an update offset; null when the platform has none.</param>
    /// <returns>False when it was taken before.</returns>
    Task<bool> TryTakeAsync(string platform, string eventId, string? position, DateTimeOffset now, CancellationToken ct);

    /// <summary>Where to read on; null at the very first start.</summary>
    Task<string?> PositionAsync(string platform, CancellationToken ct);
}
