using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>One open round of one tournament.</summary>
/// <param name="Tournament">The tournament.</param>
/// <param name="Round">The round.</param>
/// <param name="Settles">The day on which it is expected to become final.</param>
/// <param name="AtRisk">NMR at risk in it.</param>
/// <param name="ScoredDays">How many daily scores it has.</param>
/// <param name="ScoringDays">How many it gets.</param>
/// <param name="Now">What it would pay or burn if its scores stayed as they are.</param>
/// <param name="Own">The round alone.</param>
/// <param name="Running">This and all rounds before it in the list together.</param>
public sealed record OpenRound(
    Tournament Tournament, RoundNumber Round, DateOnly Settles, Nmr AtRisk, int ScoredDays, int ScoringDays, Nmr Now, Settlement Own, Settlement Running);
