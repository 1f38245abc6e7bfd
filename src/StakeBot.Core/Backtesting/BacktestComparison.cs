using MathNet.Numerics.Distributions;

namespace StakeBot.Core.Backtesting;

/// <summary>Backtests over the same rounds, side by side, and how far the differences can be told from noise.</summary>
public sealed class BacktestComparison
{
    private BacktestComparison(IReadOnlyList<BacktestResult> results, BacktestResult reference)
    {
        Results = results;
        Reference = reference;
        Differences = [.. results.Select(result => Difference(result, 1, reference))];
        AtEqualRisk = [.. results.Select(result => result.Window.Deviation > 0
            ? Difference(result, reference.Window.Deviation / result.Window.Deviation, reference)
            : null)];
    }

    /// <summary>The results, in the order in which they were asked for.</summary>
    public IReadOnlyList<BacktestResult> Results { get; }

    /// <summary>The one that the others are measured against.</summary>
    public BacktestResult Reference { get; }

    /// <summary>For each result the figures of its round results less those of the reference.</summary>
    public IReadOnlyList<WindowFigures> Differences { get; }

    /// <summary>
    /// The same after each result was scaled to the reference's deviation (Modigliani and Modigliani 1997): above 0 where the Sharpe ratio is greater.
    /// Null for a result without any risk.
    /// </summary>
    public IReadOnlyList<WindowFigures?> AtEqualRisk { get; }

    /// <summary>The result with the greatest Sharpe ratio per window; null when none has one.</summary>
    public BacktestResult? BestPerRisk => Results.Where(result => result.Window.Sharpe is not null).MaxBy(result => result.Window.Sharpe);

    /// <summary>The result that gained most.</summary>
    public BacktestResult BestTotal => Results.MaxBy(result => result.Total)!;

    /// <summary>
    /// A difference of fewer standard errors is called noise: the two-sided 5 % point of Student's t with as many degrees of freedom as there are
    /// independent windows, less one (at least one).
    /// </summary>
    public double NoiseBelow => StudentT.InvCDF(0, 1, Math.Max(1, Reference.Window.Windows - 1), 0.975);

    /// <summary>How a result's ratio of return to risk compares with the reference's: above 0 better, below 0 worse, 0 within noise.</summary>
    public int AgainstReference(BacktestResult result) =>
        AtEqualRisk[Results.ToList().IndexOf(result)]?.T is { } t && Math.Abs(t) >= NoiseBelow ? Math.Sign(t) : 0;

    /// <summary>Puts results side by side.</summary>
    /// <param name="results">At least one, all over the same rounds.</param>
    /// <param name="reference">One of them.</param>
    /// <exception cref="ArgumentException">The reference is not among the results, or they cover different rounds.</exception>
    public static BacktestComparison Of(IReadOnlyList<BacktestResult> results, BacktestResult reference)
    {
        if (!results.Contains(reference))
            throw new ArgumentException("The reference is not one of the results.", nameof(reference));
        if (results.Any(result => result.FirstRound != reference.FirstRound || result.RoundResults.Count != reference.RoundResults.Count))
            throw new ArgumentException("The results cover different rounds.", nameof(results));
        return new BacktestComparison(results, reference);
    }

    private static WindowFigures Difference(BacktestResult result, double scale, BacktestResult reference) =>
        WindowFigures.Of([.. result.RoundResults.Zip(reference.RoundResults, (mine, its) => scale * mine - its)], reference.WindowRounds);
}
