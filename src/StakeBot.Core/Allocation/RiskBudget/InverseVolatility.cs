using StakeBot.Core.Allocation.RiskBudget;

namespace StakeBot.Core.Allocation;

/// <summary>Weights in inverse proportion to the standard deviations: risk parity as if nothing were correlated.</summary>
public static class InverseVolatility
{
    /// <summary>w_i ∝ 1/s_i; where bounds forbid that, w_i = min(max(θ/s_i, l_i), u_i) with the θ for which they sum to 1.</summary>
    /// <returns>Solved, Infeasible, or NoVariance.</returns>
    /// <exception cref="ArgumentException">Bounds for another number of assets.</exception>
    public static RiskBudgetOutcome Solve(Moments moments, Bounds bounds)
    {
        if (RiskBudgetAnswer.Objection(moments, bounds) is { } objection)
            return objection;
        if (RiskBudgetAnswer.Still(moments, Enumerable.Range(0, moments.Count)) is { } still)
            return still;
        double[] inverse = [.. Enumerable.Range(0, moments.Count).Select(i => 1 / Math.Sqrt(moments.Covariance[i * (moments.Count + 1)]))];
        double sum = inverse.Sum();
        return RiskBudgetAnswer.Of(moments, ProportionalWeights.Within(bounds, [.. inverse.Select(x => x / sum)]), 0);
    }
}
