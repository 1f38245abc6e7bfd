using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>What Numerai has entered about the account's stakes: stakes taken, payouts, burns. Its own words, for showing and for finding a change again.</summary>
public interface IStakeMovements
{
    /// <summary>The newest entries, newest first.</summary>
    /// <param name="most">How many at most, 1–1000.</param>
    /// <exception cref="NumeraiUnavailableException">They cannot be read now.</exception>
    Task<IReadOnlyList<StakeMovement>> ReadMovementsAsync(int most, CancellationToken ct);
}

/// <summary>One entry.</summary>
/// <param name="At">When; null where Numerai does not say.</param>
/// <param name="Model">The model; null where Numerai does not say.</param>
/// <param name="Tournament">The tournament; null where Numerai does not say.</param>
/// <param name="Round">The round; null where it belongs to none.</param>
/// <param name="Kind">Numerai's word for it; a position out of a strategy is a <c>strategy stake</c>.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Note">More of it; for a strategy stake the hash of its transaction.</param>
public sealed record StakeMovement(
    DateTimeOffset? At, ModelId? Model, Tournament? Tournament, RoundNumber? Round, string Kind, Nmr Amount, string? Note);
