using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Stakes;

/// <summary>NMR of one model at risk in one round that is not resolved yet.</summary>
/// <param name="Round">The round.</param>
/// <param name="AtRisk">The NMR, above zero. In the Legacy regime the same NMR is in every open round.</param>
public readonly record struct OpenPosition(RoundNumber Round, Nmr AtRisk);
