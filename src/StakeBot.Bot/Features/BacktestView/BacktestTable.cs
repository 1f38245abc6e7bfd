using StakeBot.Bot.Chat;
using StakeBot.Core.Backtesting;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Bot.Features.BacktestView;

/// <summary>One row for each policy.</summary>
internal static class BacktestTable
{
    public static DataTable Of(BacktestStudy.Done study) => new(
        "Backtests",
        [
            "Policy", "Result (%)", "Payouts (%)", "Burns (%)", "Mean of a window (%)", "Error of the mean (%)", "Deviation of a window (%)",
            "Sharpe ratio per window", "Error of the ratio", "Worst window (%)", "Deepest fall (%)", "Fell from round", "Lowest at round", "Recovered at round",
            "Turnover (%)", "Stake changes", "Idle (%)", "Mean against the reference (%)", "Error against the reference (%)",
            "Probability by chance", "Sharpe ratio per round against the reference", "Error of that", "Probability of that by chance", "Effective rounds",
        ],
        [.. study.Comparison.Results.Select((result, i) => Row(result, study.Comparison.Differences[i], study.Comparison.SharpeDifferences[i]))]);

    private static IReadOnlyList<Cell> Row(BacktestResult result, HacEstimate difference, HacEstimate? perRisk) =>
    [
        Cell.Of(result.Policy.Name),
        Signed(result.Total),
        Percent(result.Payouts),
        Percent(result.Burns),
        Signed(result.Window.Mean),
        Percent(result.Window.MeanError),
        Percent(result.Window.Deviation),
        Number(result.Window.Sharpe),
        Number(result.Window.SharpeError),
        Signed(result.WorstWindow),
        Percent(result.Drawdown.Worst),
        Round(result, result.Drawdown.Trough < 0 ? null : result.Drawdown.Peak),
        Round(result, result.Drawdown.Trough < 0 ? null : result.Drawdown.Trough),
        Round(result, result.Drawdown.Recovery),
        Percent(result.Turnover),
        Cell.Of(result.StakeChanges),
        Percent(result.IdleShare),
        Signed(difference.Value),
        Percent(difference.Error),
        Number(difference.PValue),
        Number(perRisk?.Value),
        Number(perRisk?.Error),
        Number(perRisk?.PValue),
        new Cell(Figures.Number(result.Window.Effective), result.Window.Effective),
    ];

    // Period k of the drawdown is the opening of the k-th staked round.
    private static Cell Round(BacktestResult result, int? period) =>
        period is { } k ? Cell.Of((result.FirstRound + k).Value) : new Cell("none", null);

    private static Cell Signed(double share) => new(Figures.SignedPercent(share), share * 100);

    private static Cell Percent(double share) => new(Figures.Percent(share), share * 100);

    private static Cell Number(double? number) => number is { } value ? new Cell(Figures.Number(value), value) : new Cell("none", null);
}
