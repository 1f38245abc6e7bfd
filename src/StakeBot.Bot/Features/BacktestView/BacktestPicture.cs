using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Backtesting;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.BacktestView;

/// <summary>The plot of the funds' values, and the same in words.</summary>
internal sealed record BacktestPicture(NavPlot Plot, string AltText)
{
    private const int LongestAlt = 300;

    public static BacktestPicture Of(ExecutionMode mode, DateTimeOffset takenAt, BacktestStudy.Done study, string title)
    {
        BacktestComparison comparison = study.Comparison;
        WalkForward walk = study.Walk;
        DateOnly[] days = [.. comparison.Reference.Nav.Select((_, k) => RoundCalendar.OpenDate(comparison.Reference.FirstRound - 1 + k))];
        string basis = $"{walk.TestedRounds} rounds staked, {Figures.Number(walk.TestedWindows)} windows without common rounds, value settled";
        NavPlot plot = new(
            new PlotFrame(title, mode, takenAt, basis),
            days,
            [.. comparison.Results.Select((result, i) => new NavLine(result.Policy.Name, result.Nav, IsMain(study, i)))]);
        return new BacktestPicture(plot, Alt(comparison, days));
    }

    private static bool IsMain(BacktestStudy.Done study, int i) => study.Request.AllSchedules || i == study.Comparison.Results.Count - 1;

    private static string Alt(BacktestComparison comparison, DateOnly[] days)
    {
        string ends = string.Join(", ", comparison.Results.Select(result => $"{result.Policy.Name} {Figures.SignedPercent(result.Total)}"));
        string text = $"Line chart of the fund's value under each policy, {Day(days[0])} to {Day(days[^1])}. At the end: {ends}.";
        return text.Length <= LongestAlt ? text : text[..(LongestAlt - 1)] + "…";
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
