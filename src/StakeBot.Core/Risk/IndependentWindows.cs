namespace StakeBot.Core.Risk;

/// <summary>
/// How many independent windows a history is worth: the variance of a window over the variance of the mean window. It is less than rounds / R, because
/// windows without a common round still have scores that overlap in time: for scores as long as a window, two thirds of it.
/// </summary>
/// <remarks>
/// The variance of the mean of T rounds is their long-run variance / T (Newey and West 1987, Bartlett, lag 2R − 1, twice the overlap, because lag R − 1
/// sees only two thirds of it), freed of the share b − b²/3 that the estimated mean takes away, b = 2R/T (Kiefer and Vogelsang 2005).
/// Models of one fund overlap alike, so they share one ratio, the mean over those with a history of their own.
/// </remarks>
public static class IndependentWindows
{
    /// <summary>For each model; at least a third of rounds / R, at most all of it. Single rounds count as independent, as other tools have it.</summary>
    /// <param name="returns">Round returns, rounds × models.</param>
    /// <param name="windows">The window of each model.</param>
    /// <param name="windowCovariance">The covariance of window returns, from <see cref="WindowCovariance"/>.</param>
    /// <param name="observed">How many rounds each model really has.</param>
    /// <param name="joined">The models that others told of: they say nothing of their own.</param>
    public static double[] Of(
        ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, double[] windowCovariance, IReadOnlyList<int> observed, bool[] joined)
    {
        double[] inflations =
        [
            .. Enumerable.Range(0, windows.Count)
                .Where(i => !joined[i] && windows[i].Rounds > 1 && windowCovariance[i * windows.Count + i] > 0)
                .Select(i => Inflation(returns.Column(i), windows[i], windowCovariance[i * windows.Count + i])),
        ];
        double inflation = inflations.Length == 0 ? 1 : Math.Clamp(inflations.Average(), 1, 3);
        return [.. windows.Select((window, i) => window.Rounds == 1 ? observed[i] : observed[i] / (window.Rounds * inflation))];
    }

    // Variance of the mean window over what it would be if every R rounds were independent of the others.
    private static double Inflation(double[] column, RoundWindow window, double windowVariance)
    {
        int rounds = column.Length;
        int lags = Math.Min(2 * window.Rounds, rounds / 2);
        double longRun = WindowCovariance.OfOne(column, new RoundWindow(lags, Tournaments.StakingRegime.Legacy)) * (rounds - lags) / ((double)lags * rounds);
        double b = (double)lags / rounds;
        double ofMean = window.Scale * window.Scale * window.Rounds * window.Rounds * longRun / rounds / (1 - b + b * b / 3);
        return ofMean * rounds / (window.Rounds * windowVariance);
    }
}
