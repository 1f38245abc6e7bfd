using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Backtesting;

/// <summary>How much the best of several settings owes to having been chosen from them.</summary>
/// <param name="Best">The setting with the greatest Sharpe ratio per window.</param>
/// <param name="Settings">How many were tried.</param>
/// <param name="DeflatedSharpe">
/// The probability that it is worth more than the luckiest of as many worthless ones (Bailey and López de Prado 2014), its windows counted as what they are
/// worth; null where they are worth no more than one.
/// </param>
/// <param name="Overfitting">
/// How often the best of one half of the rounds was no better than the median in the other half (Bailey et al. 2017); null where the rounds do not fill four
/// blocks of two windows each.
/// </param>
public sealed record SelectionLuck(BacktestResult Best, int Settings, double? DeflatedSharpe, ProbabilityOfOverfitting? Overfitting)
{
    private const int MostBlocks = 10;
    private const int LeastBlocks = 4;

    /// <summary>Looks at all settings that took a risk; null when fewer than two did.</summary>
    public static SelectionLuck? Of(IReadOnlyList<BacktestResult> results)
    {
        BacktestResult[] risky = [.. results.Where(result => result.Window.Sharpe is not null)];
        return risky.Length < 2 ? null : new SelectionLuck(Greatest(risky)!, risky.Length, Deflated(risky), Overfitted(risky));
    }

    /// <summary>The one with the greatest Sharpe ratio per window; null when none has one.</summary>
    internal static BacktestResult? Greatest(IReadOnlyList<BacktestResult> results) =>
        results.Where(result => result.Window.Sharpe is not null).MaxBy(result => result.Window.Sharpe);

    private static double? Deflated(BacktestResult[] results)
    {
        BacktestResult best = Greatest(results)!;
        if (best.Window.Windows <= 1)
            return null;
        double[] ratios = [.. results.Select(result => result.Window.Sharpe!.Value)];
        double mean = ratios.Average();
        double variance = ratios.Sum(ratio => (ratio - mean) * (ratio - mean)) / (ratios.Length - 1);
        (double skewness, double kurtosis) = Shape(WindowSums(best));
        return Risk.Uncertainty.DeflatedSharpe.Of(best.Window.Sharpe!.Value, best.Window.Windows, ratios.Length, variance, skewness, kurtosis);
    }

    // A purge of R − 1 rounds takes half of a block of two windows: shorter blocks would hold almost nothing else.
    private static ProbabilityOfOverfitting? Overfitted(BacktestResult[] results)
    {
        int window = results[0].WindowRounds;
        int blocks = Math.Min(MostBlocks, results[0].RoundResults.Count / (2 * window) / 2 * 2);
        return blocks < LeastBlocks ? null : ProbabilityOfOverfitting.Of([.. results.Select(result => result.RoundResults.ToArray())], blocks, window - 1);
    }

    private static double[] WindowSums(BacktestResult result)
    {
        int window = result.WindowRounds;
        return [.. Enumerable.Range(0, result.RoundResults.Count - window + 1).Select(t => result.RoundResults.Skip(t).Take(window).Sum())];
    }

    private static (double Skewness, double Kurtosis) Shape(double[] sums)
    {
        double mean = sums.Average();
        double second = sums.Average(sum => Math.Pow(sum - mean, 2));
        return second <= 0
            ? (0, 3)
            : (sums.Average(sum => Math.Pow(sum - mean, 3)) / Math.Pow(second, 1.5), sums.Average(sum => Math.Pow(sum - mean, 4)) / (second * second));
    }
}
