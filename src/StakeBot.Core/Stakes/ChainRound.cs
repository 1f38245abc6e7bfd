using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Stakes;

/// <summary>A round as the staking contract of its tournament has it.</summary>
/// <param name="Number">The round.</param>
/// <param name="State">The contract's own word for its state, such as <c>Closed</c>; null where none is told.</param>
/// <param name="IsResolved">Whether its result is on the chain.</param>
public sealed record ChainRound(RoundNumber Number, string? State, bool IsResolved);
