namespace StakeBot.Core.Proposals;

/// <summary>Equal weights within upper bounds: wᵢ = min(boundᵢ, level), with the level at which they add up to what is to be spread.</summary>
internal static class EqualSpread
{
    /// <summary>Spreads <paramref name="whole"/>, at most the sum of the bounds.</summary>
    public static double[] Within(double[] bounds, double whole)
    {
        int[] ascending = [.. Enumerable.Range(0, bounds.Length).OrderBy(i => bounds[i])];
        double[] weights = new double[bounds.Length];
        double left = whole;
        for (int k = 0; k < ascending.Length; k++)
        {
            double share = Math.Min(bounds[ascending[k]], left / (ascending.Length - k));
            weights[ascending[k]] = share;
            left -= share;
        }
        return weights;
    }
}
