using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>The first days of a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Days">How many days; all of them are the round's final return.</param>
public readonly record struct RoundPart(RoundNumber Round, int Days);
