using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>What Numerai tells of its own pipeline. There is none for an account that is not Numerai's.</summary>
public interface IScoringDays
{
    /// <summary>How far a day's scores are; null when Numerai tells nothing of that tournament.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be read now.</exception>
    Task<ScoringDay?> ReadAsync(Tournament tournament, DateOnly day, CancellationToken ct);
}

/// <summary>One day of Numerai's pipeline.</summary>
/// <param name="IsScoringDay">Whether scores come on that day.</param>
/// <param name="ScoredAt">When they came; null while they have not.</param>
public sealed record ScoringDay(bool IsScoringDay, DateTimeOffset? ScoredAt);
