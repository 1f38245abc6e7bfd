namespace StakeBot.Core.Allocation.RiskBudget;

/// <summary>Weights in given proportions, as far as bounds allow: w_i = min(max(θ p_i, l_i), u_i) with the one θ for which they sum to 1.</summary>
internal static class ProportionalWeights
{
    /// <summary>The weights; the bounds admit a portfolio.</summary>
    internal static double[] Within(Bounds bounds, double[] proportions)
    {
        // Σ w(θ) rises with θ and is linear between the θ at which an asset leaves its floor or reaches its cap.
        double[] turns = [.. Turns(bounds, proportions).Order()];
        double from = 0, sumFrom = Sum(bounds, proportions, 0);
        foreach (double turn in turns)
        {
            double sum = Sum(bounds, proportions, turn);
            if (sum >= 1)
                return At(bounds, proportions, sum > sumFrom ? from + (1 - sumFrom) / (sum - sumFrom) * (turn - from) : turn);
            (from, sumFrom) = (turn, sum);
        }
        return At(bounds, proportions, from);
    }

    private static IEnumerable<double> Turns(Bounds bounds, double[] proportions)
    {
        for (int i = 0; i < proportions.Length; i++)
        {
            yield return Math.Max(0, bounds.Lower[i] / proportions[i]);
            yield return Math.Max(0, bounds.Upper[i] / proportions[i]);
        }
    }

    private static double Sum(Bounds bounds, double[] proportions, double theta) => At(bounds, proportions, theta).Sum();

    private static double[] At(Bounds bounds, double[] proportions, double theta)
    {
        double[] weights = new double[proportions.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = Math.Clamp(theta * proportions[i], bounds.Lower[i], bounds.Upper[i]);
        return weights;
    }
}
