namespace StakeBot.Core.Risk;

/// <summary>
/// How many independent rounds a history of overlapping ones is worth: n_eff = T · γ₀ / NW, where γ₀ is the variance of a round's return and NW its
/// long-run variance (Bartlett, lag R − 1).
/// </summary>
public static class EffectiveRounds
{
    /// <summary>n_eff of each model, at least 1 and at most the rounds that it has.</summary>
    /// <param name="returns">Round returns, rounds × models.</param>
    /// <param name="windows">The window of each model.</param>
    /// <param name="windowCovariance">The covariance of window returns, from <see cref="WindowCovariance"/>.</param>
    /// <param name="observed">How many rounds each model really has, where gaps were filled; null to count them.</param>
    public static double[] PerModel(
        ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, double[] windowCovariance, IReadOnlyList<int>? observed = null)
    {
        int models = returns.ModelCount;
        double[] effective = new double[models];
        for (int i = 0; i < models; i++)
        {
            (int counted, double variance) = Variance(returns.Column(i));
            int seen = observed?[i] ?? counted;
            double e = windows[i].Scale;
            double longRun = windowCovariance[i * models + i] / (e * e * windows[i].Rounds);
            effective[i] = longRun <= 0 ? seen : Math.Clamp(seen * variance / longRun, 1, seen);
        }
        return effective;
    }

    /// <summary>One figure for a set of models: the harmonic mean, so that the least informative models weigh most.</summary>
    public static double Together(IReadOnlyList<double> perModel) =>
        perModel.Count == 0 ? 0 : perModel.Count / perModel.Sum(n => 1 / n);

    private static (int Seen, double Variance) Variance(double[] column)
    {
        double[] seen = [.. column.Where(r => !double.IsNaN(r))];
        if (seen.Length < 2)
            return (seen.Length, 0);
        double mean = seen.Average();
        return (seen.Length, seen.Sum(r => (r - mean) * (r - mean)) / (seen.Length - 1));
    }
}
