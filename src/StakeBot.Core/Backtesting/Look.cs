using StakeBot.Core.Risk;

namespace StakeBot.Core.Backtesting;

/// <summary>What was known at one decision.</summary>
/// <param name="Row">The row of the round after which it fell.</param>
/// <param name="Estimates">The estimates from the rounds known by then; null when they said too little.</param>
public sealed record Look(int Row, FundEstimates? Estimates);
