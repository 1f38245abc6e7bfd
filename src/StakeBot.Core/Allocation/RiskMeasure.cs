namespace StakeBot.Core.Allocation;

/// <summary>What a frontier counts as risk.</summary>
public enum RiskMeasure
{
    /// <summary>Standard deviation of the return (the frontier of variance is the same portfolios).</summary>
    Deviation,

    /// <summary>Mean loss in the worst (1 − level) of the scenarios.</summary>
    Cvar,

    /// <summary>Mean of the worst (1 − level) of the uncompounded drawdowns.</summary>
    Cdar,

    /// <summary>The deepest uncompounded drawdown.</summary>
    MaxDrawdown,
}
