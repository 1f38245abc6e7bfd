namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>Quantiles of a sample, linear between order statistics (Hyndman and Fan 1996, type 7).</summary>
internal static class Quantile
{
    /// <summary>The value below which a share of the sample lies.</summary>
    public static double Of(IReadOnlyCollection<double> sample, double share)
    {
        double[] ordered = [.. sample.Order()];
        double at = share * (ordered.Length - 1);
        int below = Math.Min((int)at, ordered.Length - 2);
        return ordered.Length == 1 ? ordered[0] : ordered[below] + (at - below) * (ordered[below + 1] - ordered[below]);
    }
}
