namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// Means pulled towards their average, positive part (James and Stein 1961; towards the grand mean: Efron and Morris 1973):
/// m̃ = m̄ + (1 − φ)(m − m̄) with φ = (N − 3) / Σᵢⱼ (mᵢ − m̄)(V⁻¹)ᵢⱼ(mⱼ − m̄), clamped to 0–1.
/// </summary>
/// <remarks>It pulls all the way when the means differ by less than their errors; <see cref="BayesStein"/> never quite does.</remarks>
public static class JamesStein
{
    /// <summary>Shrinks means.</summary>
    /// <param name="means">m, one per model. Fewer than four are left as they are.</param>
    /// <param name="covarianceOfMeans">V, the covariance of the estimated means, row-major N × N; may be singular.</param>
    /// <returns>The shrunk means and φ.</returns>
    public static (double[] Means, double Intensity) Shrink(double[] means, double[] covarianceOfMeans)
    {
        int models = means.Length;
        if (models < 4)
            return ((double[])means.Clone(), 0);
        double grand = means.Average();
        double[] deviation = [.. means.Select(mean => mean - grand)];
        double distance = Quadratic.Inverse(covarianceOfMeans, deviation);
        double intensity = distance <= 0 ? 1 : Math.Clamp((models - 3) / distance, 0, 1);
        return ([.. means.Select(mean => mean + intensity * (grand - mean))], intensity);
    }
}
