using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Keys;

/// <summary>The account's keys, one for reading and one that may stake. Asked for at each use, so that one that is linked or revoked counts at once.</summary>
/// <exception cref="NumeraiUnavailableException">Every method: the key cannot be had now.</exception>
internal interface INumeraiKeys
{
    /// <summary>The key for reading; null when there is none.</summary>
    Task<ApiKey?> ReadingAsync(CancellationToken ct);

    /// <summary>The key that may stake; null when there is none, and then nothing can be sent.</summary>
    Task<ApiKey?> StakingAsync(CancellationToken ct);
}
