using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>What Numerai told of one model in one round.</summary>
/// <param name="Round">The round.</param>
/// <param name="IsFinal">Whether it is resolved.</param>
/// <param name="ResolvedAt">When it was, or is to be; null where that is not told.</param>
/// <param name="AtRisk">NMR at risk.</param>
/// <param name="Settled">What it paid or, negative, burned; null while it is open, or where it is not told.</param>
/// <param name="Scores">Its scores by label.</param>
internal sealed record ModelRound(
    RoundNumber Round, bool IsFinal, DateTimeOffset? ResolvedAt, Nmr AtRisk, Nmr? Settled, IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>How many daily scores went into each label's score while it is not final; a label that Numerai does not tell it of is not there.</summary>
    public IReadOnlyDictionary<string, int> Days { get; init; } = new Dictionary<string, int>();
}
