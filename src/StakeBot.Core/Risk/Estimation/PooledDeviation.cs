using MathNet.Numerics;

namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// The deviation of a model's rounds when it has only a few of them: on the logarithmic scale its own, freed of the bias that few effective rounds
/// give it, and that of the models with long histories, weighted by their precision (normal prior, normal error).
/// </summary>
/// <remarks>
/// With ν = n_eff − 1: E[ln s²] = ln σ² + ψ(ν/2) − ln(ν/2), var(ln s²) = ψ′(ν/2) for normal observations. A short calm stretch is mostly luck: in the
/// public scores 55 rounds in a row understate the deviation of a window by a third on the logarithmic scale.
/// </remarks>
internal static class PooledDeviation
{
    // Deviations of models of one tournament differ by a factor of about e^0.3.
    private const double Spread = 0.3;

    /// <summary>The deviation to expect.</summary>
    /// <param name="own">The standard deviation of the rounds that it has, divisor n − 1.</param>
    /// <param name="effective">What they are worth as independent rounds.</param>
    /// <param name="others">The deviations of the long histories of its tournament; those of models that do not move do not count.</param>
    public static double Of(double own, double effective, IReadOnlyList<double> others)
    {
        double half = Math.Max(1, effective - 1) / 2;
        double unbiased = Math.Log(own) - (SpecialFunctions.DiGamma(half) - Math.Log(half)) / 2;
        double[] logs = [.. others.Where(deviation => deviation > 0).Select(deviation => Math.Log(deviation))];
        if (logs.Length == 0 || !double.IsFinite(unbiased))
            return own;
        double error = TriGamma(half) / 4;
        double share = Spread * Spread / (Spread * Spread + error);
        return Math.Exp(share * unbiased + (1 - share) * logs.Average());
    }

    // ψ′ by recurrence up to 6, then its asymptotic series.
    private static double TriGamma(double x)
    {
        double sum = 0;
        for (; x < 6; x++)
            sum += 1 / (x * x);
        double square = 1 / (x * x);
        return sum + 1 / x + square / 2 + square / x * (1.0 / 6 - square * (1.0 / 30 - square / 42));
    }
}
