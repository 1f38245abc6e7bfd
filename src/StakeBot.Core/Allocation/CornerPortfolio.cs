using System.Collections.Immutable;

namespace StakeBot.Core.Allocation;

/// <summary>A portfolio on the frontier; as a corner, one where the set of assets between their bounds changes.</summary>
/// <param name="Return">Expected return, per whatever period the moments are for.</param>
/// <param name="Risk">Risk in the frontier's measure, same period.</param>
/// <param name="Weights">One weight per asset; they sum to 1.</param>
public sealed record CornerPortfolio(double Return, double Risk, ImmutableArray<double> Weights)
{
    /// <summary>Return per risk; infinite when a return costs no risk.</summary>
    public double Ratio => Return / Risk;
}
