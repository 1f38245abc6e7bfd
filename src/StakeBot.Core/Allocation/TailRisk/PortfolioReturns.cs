using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>What a portfolio returns in each scenario.</summary>
internal static class PortfolioReturns
{
    /// <summary>x_t = r_t′w, in the order of the scenarios.</summary>
    internal static double[] Of(ScenarioSet scenarios, ReadOnlySpan<double> weights)
    {
        double[] returns = new double[scenarios.Count];
        for (int t = 0; t < returns.Length; t++)
            returns[t] = TensorPrimitives.Dot(scenarios.Row(t), weights);
        return returns;
    }
}
