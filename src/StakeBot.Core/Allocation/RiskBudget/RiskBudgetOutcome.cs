using System.Collections.Immutable;

namespace StakeBot.Core.Allocation;

/// <summary>The answer to a rule for weights that looks at risk alone, or why there is none. There are no fallback weights.</summary>
public abstract record RiskBudgetOutcome
{
    private RiskBudgetOutcome()
    {
    }

    /// <summary>The weights.</summary>
    /// <param name="Portfolio">Return, risk (standard deviation) and weights.</param>
    /// <param name="Contributions">The share of each asset in the variance, w_i (Σw)_i / w′Σw; they sum to 1. All zero when there is no variance.</param>
    /// <param name="Residual">How far the weights are from what the rule asks for: the largest relative difference over the assets it applies to.</param>
    public sealed record Solved(CornerPortfolio Portfolio, ImmutableArray<double> Contributions, double Residual) : RiskBudgetOutcome;

    /// <summary>No weights fulfil the constraints.</summary>
    /// <param name="Constraint"><c>cap</c>, <c>floor</c> or <c>budget</c>.</param>
    /// <param name="Message">Which one, by how much, and what would work: one sentence.</param>
    public sealed record Infeasible(string Constraint, string Message) : RiskBudgetOutcome;

    /// <summary>An asset without variance: whatever its weight, it has no part in the risk.</summary>
    /// <param name="Asset">Its index.</param>
    /// <param name="Message">One sentence.</param>
    public sealed record NoVariance(int Asset, string Message) : RiskBudgetOutcome;

    /// <summary>Some mixture of the assets has no risk at all, so that there is nothing to share.</summary>
    /// <param name="Message">One sentence.</param>
    public sealed record NoRisk(string Message) : RiskBudgetOutcome;
}
