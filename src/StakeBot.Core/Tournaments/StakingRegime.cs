namespace StakeBot.Core.Tournaments;

/// <summary>How stakes of a tournament work; decides the arithmetic of risk and the desk that changes a stake.</summary>
public enum StakingRegime
{
    /// <summary>One running stake per model, changed by the API; the same NMR is at risk in every overlapping round.</summary>
    Legacy,

    /// <summary>One position per round and model out of an on-chain strategy; each overlapping round has its own part of the NMR.</summary>
    Atomic,
}
