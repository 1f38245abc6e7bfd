using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Where a tournament is now.</summary>
/// <param name="Current">The newest round.</param>
/// <param name="NewestClosed">The newest round that has taken its stakes.</param>
/// <param name="ResolvedThrough">The newest round such that it and all before it are resolved.</param>
/// <param name="Rule">The payout rule of the newest round.</param>
/// <param name="Notes">What people should know of this, one sentence each.</param>
internal sealed record TournamentState(
    Round Current, RoundNumber NewestClosed, RoundNumber ResolvedThrough, PayoutRule Rule, IReadOnlyList<string> Notes)
{
    /// <summary>The newest closed round as the staking contract has it; null under Legacy rules, or where it is not told.</summary>
    public ChainRound? OnChain { get; init; }

    public Tournament Tournament => Current.Tournament;

    /// <summary>The regime, as its state tells.</summary>
    public StakingRegime Regime => Rule.Regime;
}
