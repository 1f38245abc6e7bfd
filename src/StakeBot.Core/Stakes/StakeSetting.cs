using StakeBot.Core.Money;

namespace StakeBot.Core.Stakes;

/// <summary>What an Atomic strategy does with what settles.</summary>
public enum StakeMode
{
    /// <summary>Each round gets exactly the per-round stake; what settles above it stays idle (the site says Fixed).</summary>
    Constant,

    /// <summary>The per-round stake is a floor: what settles is staked again.</summary>
    Compound,
}

/// <summary>The setting of one model in an Atomic strategy.</summary>
/// <param name="PerRound">S, the NMR that goes into each new round.</param>
/// <param name="Mode">What happens with what settles.</param>
/// <param name="Automation">Off means that no new round gets a stake (S counts as 0).</param>
public sealed record StakeSetting(Nmr PerRound, StakeMode Mode, bool Automation)
{
    /// <summary>S × R: the NMR that is locked once R rounds have been staked at this setting.</summary>
    public Nmr AtFullRun(int overlappingRounds) => Automation ? PerRound * overlappingRounds : Nmr.Zero;
}
