namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// The mean block length for the stationary bootstrap that the data ask for (Politis and White 2004, with the correction of Patton, Politis and White
/// 2009): b = (2Ĝ² / D̂)^⅓ T^⅓ with Ĝ = Σ λ(k/M)·|k|·R̂(k), D̂ = 2ĝ(0)², ĝ(0) = Σ λ(k/M)·R̂(k), R̂ the autocovariance, λ the flat-top window 1 up to ½ and falling to 0
/// at 1, M = 2m̂, and m̂ the smallest lag after which max(5, √log₁₀T) autocorrelations in a row are below 2√(log₁₀T / T).
/// </summary>
public static class BlockLength
{
    /// <summary>The block length of one series.</summary>
    /// <param name="series">At least two numbers, in time order.</param>
    /// <returns>From 1 to min(3√T, T/3), rounded up; 1 for a series that does not move.</returns>
    public static double Of(IReadOnlyList<double> series)
    {
        int count = series.Count;
        int run = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(Math.Log10(count))));
        int most = Math.Min(count - 1, (int)Math.Ceiling(Math.Sqrt(count)) + run);
        double[] covariance = Autocovariances(series, Math.Min(count - 1, most + run));
        if (!(covariance[0] > 0))
            return 1;
        int lags = Math.Min(2 * LastLag(covariance, count, most, run), most);
        double g = 0;
        double spectrum = covariance[0];
        for (int k = 1; k <= lags; k++)
        {
            double weight = FlatTop((double)k / lags);
            g += 2 * weight * k * covariance[k];
            spectrum += 2 * weight * covariance[k];
        }
        double length = Math.Cbrt(2 * g * g / (2 * spectrum * spectrum) * count);
        return Math.Clamp(double.IsFinite(length) ? length : double.MaxValue, 1, Math.Max(1, Math.Ceiling(Math.Min(3 * Math.Sqrt(count), count / 3.0))));
    }

    /// <summary>
    /// The block length of a history: the median of its models, but at least half a window and at most a whole one. Shorter blocks tear windows
    /// apart, longer ones leave too few to choose from; between the two, intervals of a window's risk cover best.
    /// </summary>
    /// <param name="history">A history that <see cref="FundHistory.IsEnough"/>.</param>
    public static double Of(FundHistory history)
    {
        double[] lengths = [.. Enumerable.Range(0, history.Models.Count).Select(i => Of(history.Completed.Column(i))).Order()];
        double median = (lengths[lengths.Length / 2] + lengths[(lengths.Length - 1) / 2]) / 2;
        return Math.Max(1, Math.Clamp(median, history.LongestWindow / 2.0, history.LongestWindow));
    }

    private static int LastLag(double[] covariance, int count, int most, int run)
    {
        double threshold = 2 * Math.Sqrt(Math.Log10(count) / count) * covariance[0];
        int large = 0;
        for (int k = 1; k < covariance.Length; k++)
        {
            if (Math.Abs(covariance[k]) >= threshold)
                large = k;
            else if (k - large == run)
                break;
        }
        return Math.Clamp(large, 1, most);
    }

    private static double[] Autocovariances(IReadOnlyList<double> series, int lags)
    {
        double mean = series.Average();
        double[] covariance = new double[lags + 1];
        for (int k = 0; k <= lags; k++)
        {
            for (int t = k; t < series.Count; t++)
                covariance[k] += (series[t] - mean) * (series[t - k] - mean) / series.Count;
        }
        return covariance;
    }

    private static double FlatTop(double share) => share <= 0.5 ? 1 : 2 * (1 - share);
}
