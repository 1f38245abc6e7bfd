namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// Expected results pulled towards a common one by as much as the history fails to tell the models apart (Jorion 1986, J. Fin. Quant. Anal. 21:279;
/// an empirical Bayes form of the James–Stein estimator): m̃ = (1 − φ)m + φ·m₀·1 with m₀ = 1′V⁻¹m / 1′V⁻¹1, the best estimate if all models were the same,
/// and φ = (N + 2) / (N + 2 + (m − m₀1)′V⁻¹(m − m₀1)).
/// </summary>
/// <remarks>
/// The positive-part rule pulls all the way as soon as the distance is below N − 3, and then there is no frontier left to draw; this one always leaves
/// what little the history says. The prior of the true means is N(m₀1, Σ/λ) with Σ the covariance of a window, λ = φw̄ / (1 − φ): a model with wᵢ of
/// them is pulled by λ / (λ + wᵢ), a short history more than a long one, and all by φ when they are equally long.
/// </remarks>
public static class BayesStein
{
    /// <summary>Shrinks the means of models that are paid alike.</summary>
    /// <param name="means">m, one per model.</param>
    /// <param name="covarianceOfMeans">V, the covariance of the estimated means, row-major N × N; may be singular.</param>
    /// <param name="windows">wᵢ, how many independent windows each mean rests on; null when all rest on the same.</param>
    /// <returns>The shrunk means and φ, 0–1; a single model keeps its mean.</returns>
    public static (double[] Means, double Intensity) Shrink(double[] means, double[] covarianceOfMeans, IReadOnlyList<double>? windows = null)
    {
        int models = means.Length;
        if (models < 2)
            return ((double[])means.Clone(), 0);
        double[] ones = [.. Enumerable.Repeat(1.0, models)];
        double ofOnes = Quadratic.Inverse(covarianceOfMeans, ones);
        double common = ofOnes > 0 ? Quadratic.Inverse(covarianceOfMeans, ones, means) / ofOnes : means.Average();
        double[] deviation = [.. means.Select(mean => mean - common)];
        double distance = Quadratic.Inverse(covarianceOfMeans, deviation);
        double typical = windows?.Average() ?? 1;
        return ([.. means.Select((mean, i) => mean + Pull(windows?[i] ?? 1) * (common - mean))], Pull(typical));

        double Pull(double own) => (models + 2) * typical / ((models + 2) * typical + distance * own);
    }
}
