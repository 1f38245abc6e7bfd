using System.Globalization;
using System.Numerics.Tensors;
using StakeBot.Core.Allocation.MeanVariance;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Allocation.RiskBudget;

/// <summary>What the rules of this folder have in common: refusals, and the answer with its risk contributions.</summary>
internal static class RiskBudgetAnswer
{
    // A variance below this part of the greatest one is none.
    private const double NoVariance = 1e-20;

    /// <summary>A reason not to start; null when there is none.</summary>
    internal static RiskBudgetOutcome? Objection(Moments moments, Bounds bounds)
    {
        if (bounds.Count != moments.Count)
            throw new ArgumentException($"{bounds.Count} bounds for {moments.Count} assets.", nameof(bounds));
        return Feasibility.Objection(bounds) is { } objection ? new RiskBudgetOutcome.Infeasible(objection.Constraint, objection.Message) : null;
    }

    /// <summary>The first of the assets given that has no variance; null when all have one.</summary>
    internal static RiskBudgetOutcome.NoVariance? Still(Moments moments, IEnumerable<int> assets)
    {
        double greatest = Enumerable.Range(0, moments.Count).Max(i => Variance(moments, i));
        foreach (int i in assets)
        {
            if (Variance(moments, i) <= NoVariance * greatest)
                return new(i, string.Create(CultureInfo.InvariantCulture, $"Asset {i} has no variance, so no weight gives it a part in the risk."));
        }
        return null;
    }

    /// <summary>The answer.</summary>
    internal static RiskBudgetOutcome.Solved Of(Moments moments, double[] weights, double residual)
    {
        double variance = Quadratic.Form(moments.Covariance, weights);
        CornerPortfolio portfolio = new(TensorPrimitives.Dot<double>(weights, moments.Mean), Math.Sqrt(Math.Max(0, variance)), [.. weights]);
        double[] contributions = RiskContributions.ToDeviation(moments.Covariance, weights);
        return new RiskBudgetOutcome.Solved(portfolio, [.. contributions], residual);
    }

    private static double Variance(Moments moments, int asset) => moments.Covariance[asset * (moments.Count + 1)];
}
