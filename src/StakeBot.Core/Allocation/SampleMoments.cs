using System.Numerics.Tensors;
using StakeBot.Core.Allocation.MeanVariance;

namespace StakeBot.Core.Allocation;

/// <summary>Means and covariances as the scenarios have them, without shrinkage.</summary>
public static class SampleMoments
{
    /// <summary>The least number of scenarios that have a covariance.</summary>
    public const int LeastScenarios = 2;

    /// <summary>Column means, and the sample covariance Σ (r_t − μ)(r_t − μ)′ / (T − 1). Columns that are copies get the very same numbers.</summary>
    /// <param name="scenarios">T × n returns of one period each.</param>
    /// <exception cref="ArgumentException">Fewer than two scenarios.</exception>
    public static Moments Of(ScenarioSet scenarios)
    {
        if (scenarios.Count < LeastScenarios)
            throw new ArgumentException($"{scenarios.Count} scenarios have no covariance.", nameof(scenarios));
        double[] mean = new double[scenarios.Assets];
        for (int t = 0; t < scenarios.Count; t++)
            TensorPrimitives.Add(mean, scenarios.Row(t), mean);
        TensorPrimitives.Divide(mean, scenarios.Count, mean);
        double[] covariance = CrossProduct.OfCentred(scenarios, mean);
        TensorPrimitives.Divide(covariance, scenarios.Count - 1, covariance);
        return new Moments(mean, covariance);
    }
}
