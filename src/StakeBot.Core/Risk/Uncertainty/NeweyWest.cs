namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// The long-run covariance of series that depend on their past (Newey and West 1987): Σ (1 − |k|/m)·Γ̂(k) over |k| &lt; m, freed of the share that estimated
/// means take away, 1 − b + b²/3 with b = m/T (Kiefer and Vogelsang 2005). An estimate of it has about 1.5·T/m degrees of freedom.
/// </summary>
/// <remarks>
/// For rounds of which R are open at one time take m = 3R: m = R sees two thirds of the variance of a mean, 3R eight ninths. A gap counts as no deviation
/// (Parzen 1963).
/// </remarks>
public static class NeweyWest
{
    /// <summary>m for rounds of which <paramref name="window"/> are open at one time: three times as many, but at most half of the history.</summary>
    public static int Bandwidth(int window, int rounds) => Math.Max(1, Math.Min(window == 1 ? 1 : 3 * window, rounds / 2));

    /// <summary>Degrees of freedom of an estimate, for Student's t.</summary>
    public static double DegreesOfFreedom(int rounds, int bandwidth) => 1.5 * rounds / bandwidth;

    /// <summary>The long-run covariance of several series, row-major.</summary>
    /// <param name="series">k series of the same length, gaps as NaN.</param>
    /// <param name="bandwidth">m, at least 1; 1 is the covariance of independent rounds.</param>
    public static double[] Covariance(IReadOnlyList<double[]> series, int bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bandwidth);
        int count = series.Count;
        double[][] deviations = [.. series.Select(Deviations)];
        double[] observed = [.. series.Select(values => (double)values.Count(value => !double.IsNaN(value)))];
        double[] covariance = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = Product(deviations[i], deviations[j], 0);
                for (int k = 1; k < bandwidth && k < deviations[i].Length; k++)
                    sum += (1 - (double)k / bandwidth) * (Product(deviations[i], deviations[j], k) + Product(deviations[j], deviations[i], k));
                double rounds = Math.Sqrt(observed[i] * observed[j]);
                double b = Math.Min(1, bandwidth / rounds);
                double entry = sum / rounds / (1 - b + b * b / 3);
                covariance[i * count + j] = entry;
                covariance[j * count + i] = entry;
            }
        }
        return covariance;
    }

    private static double[] Deviations(double[] values)
    {
        double mean = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
        return [.. values.Select(value => double.IsNaN(value) ? 0 : value - mean)];
    }

    private static double Product(double[] left, double[] right, int lag)
    {
        double sum = 0;
        for (int t = lag; t < left.Length; t++)
            sum += left[t] * right[t - lag];
        return sum;
    }
}
