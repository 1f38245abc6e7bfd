using System.Numerics.Tensors;

namespace StakeBot.Core.Risk;

/// <summary>
/// The covariance of window returns, from all rounds and with their overlap: e²·R·NW, where NW is the long-run covariance of round returns with
/// Bartlett weights and lag R − 1 (Newey &amp; West 1987). It equals the Gram matrix of the overlapping sums of deviations, zero before the first
/// and after the last round, and is computed as such: positive semidefinite by construction, for windows of different lengths too.
/// </summary>
/// <remarks>
/// Divisor T − R: subtracting the estimated mean takes the share R/T of the long-run variance away, and for R = 1 it is the sample covariance
/// with divisor T − 1. A gap counts as no deviation, and entries are scaled up by the observed shares (amplitude modulation, Parzen 1963).
/// </remarks>
public static class WindowCovariance
{
    /// <summary>Estimates the covariance, row-major models × models.</summary>
    /// <param name="returns">Round returns, rounds × models; every model needs at least one.</param>
    /// <param name="windows">The window of each model.</param>
    /// <exception cref="ArgumentException">Fewer rounds than the longest window has, plus one.</exception>
    public static double[] Estimate(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows)
    {
        int models = returns.ModelCount;
        int longest = windows.Max(window => window.Rounds);
        if (returns.RoundCount <= longest)
            throw new ArgumentException($"{returns.RoundCount} rounds do not hold a window of {longest} and one more.", nameof(returns));
        int rows = returns.RoundCount + longest - 1;
        double[][] sums = new double[models][];
        for (int i = 0; i < models; i++)
            sums[i] = DeviationSums(returns.Column(i), windows[i], rows);
        double[] covariance = new double[models * models];
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double divisor = returns.RoundCount - Math.Sqrt((double)windows[i].Rounds * windows[j].Rounds);
                double entry = TensorPrimitives.Dot(sums[i], sums[j]) / divisor;
                covariance[i * models + j] = entry;
                covariance[j * models + i] = entry;
            }
        }
        return covariance;
    }

    /// <summary>The variance of one model's window returns.</summary>
    /// <param name="returns">Round returns, gaps as NaN; more than the window has.</param>
    /// <param name="window">Its window.</param>
    public static double OfOne(double[] returns, RoundWindow window)
    {
        if (returns.Length <= window.Rounds)
            throw new ArgumentException($"{returns.Length} rounds do not hold a window of {window.Rounds} and one more.", nameof(returns));
        double[] sums = DeviationSums(returns, window, returns.Length + window.Rounds - 1);
        return TensorPrimitives.SumOfSquares<double>(sums) / (returns.Length - window.Rounds);
    }

    // Overlapping sums of one model's deviations from its mean, ending with each round and R − 1 rounds beyond the last.
    private static double[] DeviationSums(double[] column, RoundWindow window, int rows)
    {
        double sum = 0;
        int seen = 0;
        foreach (double r in column)
        {
            if (double.IsNaN(r))
                continue;
            sum += r;
            seen++;
        }
        double mean = seen == 0 ? 0 : sum / seen;
        double scale = seen == 0 ? 0 : window.Scale * Math.Sqrt((double)column.Length / seen);
        double[] sums = new double[rows];
        double running = 0;
        for (int t = 0; t < rows; t++)
        {
            running += Deviation(t) - Deviation(t - window.Rounds);
            sums[t] = scale * running;
        }
        return sums;

        double Deviation(int t) => t < 0 || t >= column.Length || double.IsNaN(column[t]) ? 0 : column[t] - mean;
    }
}
