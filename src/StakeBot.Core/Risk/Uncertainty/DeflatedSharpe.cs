using MathNet.Numerics.Distributions;

namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// How believable the best of many tried Sharpe ratios is (Bailey and López de Prado 2014, J. Portfolio Management 40:94). Ratios are per observation;
/// overlapping rounds count as many observations as they are worth.
/// </summary>
public static class DeflatedSharpe
{
    private const double EulerMascheroni = 0.57721566490153286;

    /// <summary>
    /// The greatest Sharpe ratio to expect from trials that are worth nothing: √V · ((1 − γ)Φ⁻¹(1 − 1/N) + γΦ⁻¹(1 − 1/(Ne))), γ the Euler–Mascheroni constant.
    /// </summary>
    /// <param name="trials">N, how many were tried; 1 expects 0.</param>
    /// <param name="variance">V, the variance of their Sharpe ratios.</param>
    public static double ExpectedMaximum(int trials, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        if (trials == 1)
            return 0;
        double spread = (1 - EulerMascheroni) * Normal.InvCDF(0, 1, 1 - 1.0 / trials) + EulerMascheroni * Normal.InvCDF(0, 1, 1 - 1 / (trials * Math.E));
        return Math.Sqrt(variance) * spread;
    }

    /// <summary>
    /// The probability that the true ratio is above a threshold (probabilistic Sharpe ratio): Φ((S − S*)√(n − 1) / √(1 − γ₃S + (γ₄ − 1)/4·S²)).
    /// </summary>
    /// <param name="sharpe">S, the estimated ratio.</param>
    /// <param name="threshold">S*.</param>
    /// <param name="observations">n, what the observations are worth as independent ones, above 1.</param>
    /// <param name="skewness">γ₃ of the returns.</param>
    /// <param name="kurtosis">γ₄ of the returns, 3 for normal ones.</param>
    public static double ProbabilityAbove(double sharpe, double threshold, double observations, double skewness = 0, double kurtosis = 3)
    {
        if (!(observations > 1))
            throw new ArgumentOutOfRangeException(nameof(observations), observations, "More than one observation is needed.");
        double spread = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        if (!(spread > 0))
            throw new ArgumentException("No returns have that skewness, kurtosis and ratio.", nameof(kurtosis));
        return Normal.CDF(0, 1, (sharpe - threshold) * Math.Sqrt((observations - 1) / spread));
    }

    /// <summary>The probability that the best of several tried is better than the best of as many worthless ones would look.</summary>
    /// <param name="sharpe">The best ratio.</param>
    /// <param name="observations">What its observations are worth.</param>
    /// <param name="trials">How many were tried.</param>
    /// <param name="variance">The variance of their ratios.</param>
    /// <param name="skewness">γ₃ of the best one's returns.</param>
    /// <param name="kurtosis">γ₄ of the best one's returns.</param>
    public static double Of(double sharpe, double observations, int trials, double variance, double skewness = 0, double kurtosis = 3) =>
        ProbabilityAbove(sharpe, ExpectedMaximum(trials, variance), observations, skewness, kurtosis);
}
