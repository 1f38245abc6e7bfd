namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>What counts as zero; all numbers of the simplex are scaled to about 1.</summary>
internal static class Tolerances
{
    /// <summary>A weight is at its bound.</summary>
    internal const double Weight = 1e-12;

    /// <summary>A weight is beyond its bound by no more than rounding.</summary>
    internal const double Cut = 1e-14;

    /// <summary>No change along a direction at all.</summary>
    internal const double NoRate = 1e-13;

    /// <summary>A reduced cost or a dual is zero.</summary>
    internal const double Dual = 1e-12;

    /// <summary>A loss is on the wrong side of the edge by more than rounding: the edge is not that of the tail.</summary>
    internal const double Misplaced = 1e-14;

    /// <summary>Two vertices have the same risk.</summary>
    internal const double Risk = 1e-14;

    /// <summary>Two vertices have the same return (in units of the spread of the means).</summary>
    internal const double Return = 1e-13;
}
