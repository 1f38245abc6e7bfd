using StakeBot.Core.Allocation.RiskBudget;

namespace StakeBot.Core.Allocation;

/// <summary>The same weight for every asset: the yardstick that every estimate has to beat.</summary>
public static class EqualWeights
{
    /// <summary>1/n each; where bounds forbid that, w_i = min(max(θ, l_i), u_i) with the θ for which they sum to 1.</summary>
    /// <returns>Solved or Infeasible.</returns>
    /// <exception cref="ArgumentException">Bounds for another number of assets.</exception>
    public static RiskBudgetOutcome Solve(Moments moments, Bounds bounds)
    {
        if (RiskBudgetAnswer.Objection(moments, bounds) is { } objection)
            return objection;
        double[] equal = new double[moments.Count];
        Array.Fill(equal, 1.0 / moments.Count);
        return RiskBudgetAnswer.Of(moments, ProportionalWeights.Within(bounds, equal), 0);
    }
}
