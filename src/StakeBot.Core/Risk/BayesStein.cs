namespace StakeBot.Core.Risk;

/// <summary>
/// Expected results pulled towards a common one by as much as the history fails to tell the models apart (Jorion 1986, J. Fin. Quant. Anal. 21:279;
/// an empirical Bayes form of the James–Stein estimator): m̃ = (1 − φ)m + φ·m₀·1 with m₀ = 1′V⁻¹m / 1′V⁻¹1, the best estimate if all models were the same,
/// and φ = (N + 2) / (N + 2 + (m − m₀1)′V⁻¹(m − m₀1)).
/// </summary>
/// <remarks>
/// The positive-part rule pulls all the way as soon as the distance is below N − 3, and then there is no frontier left to draw; this one always leaves
/// what little the history says.
/// </remarks>
public static class BayesStein
{
    /// <summary>Shrinks the means of models that are paid alike.</summary>
    /// <param name="means">m, one per model.</param>
    /// <param name="covarianceOfMeans">V, the covariance of the estimated means, row-major N × N; may be singular.</param>
    /// <returns>The shrunk means and φ, 0–1; a single model keeps its mean.</returns>
    public static (double[] Means, double Intensity) Shrink(double[] means, double[] covarianceOfMeans)
    {
        int models = means.Length;
        if (models < 2)
            return ((double[])means.Clone(), 0);
        double[] ones = [.. Enumerable.Repeat(1.0, models)];
        double ofOnes = Quadratic.Inverse(covarianceOfMeans, ones);
        double common = ofOnes > 0 ? Quadratic.Inverse(covarianceOfMeans, ones, means) / ofOnes : means.Average();
        double[] deviation = [.. means.Select(mean => mean - common)];
        double intensity = (models + 2) / (models + 2 + Quadratic.Inverse(covarianceOfMeans, deviation));
        return ([.. means.Select(mean => mean + intensity * (common - mean))], intensity);
    }
}
