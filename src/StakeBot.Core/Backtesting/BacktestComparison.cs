using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Backtesting;

/// <summary>Backtests over the same rounds, side by side: what can be told from noise, and what the best of them owes to the choice.</summary>
public sealed class BacktestComparison
{
    /// <summary>Fewer windows without common rounds than this prove nothing, whatever an error estimated from them says.</summary>
    public const int LeastWindows = 4;

    private readonly int _bandwidth;

    private BacktestComparison(IReadOnlyList<BacktestResult> results, BacktestResult reference)
    {
        Results = results;
        Reference = reference;
        _bandwidth = NeweyWest.Bandwidth(reference.WindowRounds, reference.RoundResults.Count);
        Differences = [.. results.Select(Difference)];
        SharpeDifferences = [.. results.Select(SharpeDifference)];
        Luck = CanTell ? SelectionLuck.Of(results) : null;
    }

    /// <summary>The results, in the order in which they were asked for.</summary>
    public IReadOnlyList<BacktestResult> Results { get; }

    /// <summary>The one that the others are measured against.</summary>
    public BacktestResult Reference { get; }

    /// <summary>For each result what a window of it brought more than one of the reference.</summary>
    public IReadOnlyList<HacEstimate> Differences { get; }

    /// <summary>For each result its Sharpe ratio per round less the reference's (Ledoit and Wolf 2008); null when one of them took no risk.</summary>
    public IReadOnlyList<HacEstimate?> SharpeDifferences { get; }

    /// <summary>Whether there are windows enough to tell anything apart.</summary>
    public bool CanTell => Reference.RoundResults.Count >= LeastWindows * Reference.WindowRounds;

    /// <summary>How much of the best result is owed to having chosen it; null when fewer than two took a risk, or when nothing can be told.</summary>
    public SelectionLuck? Luck { get; }

    /// <summary>The result with the greatest Sharpe ratio per window; null when none has one.</summary>
    public BacktestResult? BestPerRisk => SelectionLuck.Greatest(Results);

    /// <summary>The result that gained most.</summary>
    public BacktestResult BestTotal => Results.MaxBy(result => result.Total)!;

    /// <summary>How a result's ratio of return to risk compares with the reference's: above 0 better, below 0 worse, 0 within noise.</summary>
    public int AgainstReference(BacktestResult result) =>
        CanTell && SharpeDifferences[Results.ToList().IndexOf(result)] is { } difference && difference.PValue < Comparison.Significance
            ? Math.Sign(difference.Value)
            : 0;

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

    private HacEstimate Difference(BacktestResult result) => HacEstimate.Mean(
        [.. result.RoundResults.Zip(Reference.RoundResults, (mine, its) => Reference.WindowRounds * (mine - its))], _bandwidth);

    private HacEstimate? SharpeDifference(BacktestResult result) => result.Window.Sharpe is null || Reference.Window.Sharpe is null
        ? null
        : SharpeRatio.Difference([.. result.RoundResults], [.. Reference.RoundResults], _bandwidth);
}
