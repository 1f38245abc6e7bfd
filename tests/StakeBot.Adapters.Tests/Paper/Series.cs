using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper;

/// <summary>Plain statistics of series with gaps, written for these tests alone so that they judge the simulation independently.</summary>
internal static class Series
{
    /// <summary>The round returns of each model of a panel in its resolved rounds.</summary>
    public static double[][] Returns(ScorePanel panel, PayoutRule rule) =>
        [.. panel.Models.Select((_, model) => panel.Rounds
            .Select((_, round) => round)
            .Where(panel.IsResolved)
            .Select(round => rule.RoundReturn(rule.Multipliers.Sum(part => part.Multiplier * panel[part.Score, round, model])))
            .ToArray())];

    public static double Mean(IEnumerable<double> series) => series.Where(double.IsFinite).Average();

    public static double Variance(IEnumerable<double> series)
    {
        double[] values = [.. series.Where(double.IsFinite)];
        double mean = values.Average();
        return values.Sum(x => (x - mean) * (x - mean)) / values.Length;
    }

    public static double Autocorrelation(double[] series, int lag)
    {
        double mean = Mean(series);
        return Mean(Enumerable.Range(lag, series.Length - lag).Select(t => (series[t] - mean) * (series[t - lag] - mean))) / Variance(series);
    }

    public static double Correlation(double[] left, double[] right)
    {
        int[] both = [.. Enumerable.Range(0, left.Length).Where(t => double.IsFinite(left[t]) && double.IsFinite(right[t]))];
        double[] x = [.. both.Select(t => left[t])];
        double[] y = [.. both.Select(t => right[t])];
        double middleOfX = x.Average();
        double middleOfY = y.Average();
        double covariance = x.Zip(y, (a, b) => (a - middleOfX) * (b - middleOfY)).Average();
        return covariance / Math.Sqrt(Variance(x) * Variance(y));
    }

    /// <summary>The correlations of all pairs.</summary>
    public static double[] Correlations(double[][] series) =>
        [.. from i in Enumerable.Range(0, series.Length) from j in Enumerable.Range(0, i) select Correlation(series[i], series[j])];

    public static double Quantile(IEnumerable<double> values, double level)
    {
        double[] sorted = [.. values.Order()];
        double place = (sorted.Length - 1) * level;
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The mean of the worst twentieth of all windows of 64 rounds, as a loss; a gap is a round with nothing at risk.</summary>
    public static double WindowCvar(double[] series, double share)
    {
        double[] losses = [.. Enumerable.Range(0, series.Length - 63)
            .Select(start => -share * series.Skip(start).Take(64).Where(double.IsFinite).Sum())
            .OrderDescending()];
        double tail = 0.05 * losses.Length;
        int whole = (int)tail;
        return (losses.Take(whole).Sum() + (tail - whole) * losses[whole]) / tail;
    }
}
