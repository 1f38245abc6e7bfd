namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>Bounds that leave no choice: caps (or floors) that add up to 1, up to rounding.</summary>
internal static class OnlyPortfolio
{
    private const double Rounding = 1e-12;

    /// <summary>The one portfolio that keeps the bounds; null when there is a choice. The bounds admit a portfolio.</summary>
    internal static double[]? Within(Bounds bounds)
    {
        double least = bounds.Lower.Sum(), greatest = bounds.Upper.Sum();
        if (greatest - 1 > Rounding && 1 - least > Rounding)
            return null;
        double share = greatest > least ? Math.Clamp((1 - least) / (greatest - least), 0, 1) : 0;
        double[] weights = new double[bounds.Count];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = Math.Min(bounds.Upper[i], bounds.Lower[i] + share * (bounds.Upper[i] - bounds.Lower[i]));
        return weights;
    }
}
