using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Backtesting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.BacktestView;

internal static class BacktestReply
{
    private const double FewWindows = 10;

    public static Reply Of(ExecutionMode mode, Fund fund, BacktestStudy.Done study, IChartRenderer charts)
    {
        string title = BacktestVerdict.Title(study);
        BacktestPicture picture = BacktestPicture.Of(mode, fund.Snapshot.TakenAt, study, title);
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                Subject(study),
                .. study.Comparison.Results.Select(result => Row(study.Comparison, result)),
                .. BacktestVerdict.Lines(study),
                Known(study),
                How(study),
                .. Doubts(study),
                .. Basis.Pricing(fund),
                .. Basis.LeftOut(fund.History, fund),
                .. Watched(fund, study),
            ],
            Pictures = [new Picture("backtest.png", charts.Draw(picture.Plot), picture.AltText)],
            Table = BacktestTable.Of(study),
            ShowTable = study.Request.WithTable,
            Buttons = Buttons(study.Request),
        };
    }

    public static Reply Refuse(ExecutionMode mode, Fund? fund, string title, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = title,
        Lines = [reason, .. fund is null ? [] : Basis.Pricing(fund).Concat(Basis.LeftOut(fund.History)), "Nothing was computed."],
        Buttons = [new Button("Show help", "/help backtest"), new Button("List models", "/models")],
    };

    private static string Subject(BacktestStudy.Done study)
    {
        BacktestResult reference = study.Comparison.Reference;
        RoundNumber last = reference.FirstRound + (study.Walk.TestedRounds - 1);
        string compared = study.Request.AllSchedules
            ? $"{PolicyOf(study)} on different schedules"
            : $"{PolicyOf(study)} beside plain portfolios without limits, each rebalanced {study.Request.Policy.Rebalance.Describe()}";
        return $"What if: {compared}. Rounds {reference.FirstRound}–{last} ({Day(reference.FirstRound)} to {Day(last)}), starting with nothing staked; in % of the fund at the start. "
            + $"{study.Request.Policy.Name}: {study.Request.Policy.Description}";
    }

    private static string Row(BacktestComparison comparison, BacktestResult result)
    {
        string ratio = result.Window.Sharpe is { } sharpe ? $"return per risk {Figures.Number(sharpe)} ± {Figures.Number(result.Window.SharpeError!.Value)}" : "no risk taken";
        string refused = result.Refusals.Count == 0 ? "" : $" Left as it was at some looks: {string.Join(" ", result.Refusals)}";
        return $"• {result.Policy.Name}: {Figures.SignedPercent(result.Total)} (paid {Figures.Percent(result.Payouts)}, burned {Figures.Percent(result.Burns)}); "
            + $"{ratio}{BacktestVerdict.Against(comparison, result)}; worst window {Figures.SignedPercent(result.WorstWindow)}, {Fall(result)}; "
            + $"{Figures.Whole(result.IdleShare)} idle; {Changes(result)}.{refused}";
    }

    private static string Fall(BacktestResult result)
    {
        if (result.Drawdown.Trough < 0)
            return "never below its peak";
        return $"deepest fall {Figures.Percent(result.Drawdown.Worst)}{(result.Drawdown.Recovery is null ? ", not recovered" : "")}";
    }

    private static string Changes(BacktestResult result) => result.StakeChanges == 0
        ? "no changes"
        : $"{result.StakeChanges} changes moved {Figures.Whole(result.Turnover)}";

    private static string Known(BacktestStudy.Done study)
    {
        WalkForward walk = study.Walk;
        string times = string.Join("; ", walk.Windows.Select(window => window.Regime).Distinct().Select(Times));
        return $"Each decision knew only rounds that had resolved by then, less the newest {walk.Embargo} as embargo. {times}. NMR that had not arrived was not spent.";
    }

    private static string How(BacktestStudy.Done study) =>
        string.Join("; ",
        [
            "How: estimates made anew at each look, by Newey–West, Ledoit–Wolf and Bayes–Stein",
            .. Basis.Filled(study.FilledEntries).Select(filled => $"{filled} at the last look"),
            "errors by Newey–West over the overlap",
        ]) + ".";

    private static IEnumerable<string> Watched(Fund fund, BacktestStudy.Done study)
    {
        string[] watched = [.. study.Walk.Returns.Models.Where(fund.IsWatched).Select(model => PlainText.Name(model.Name))];
        string[] candidates = watched.Length == 0
            ? []
            : [$"What if: {string.Join(", ", watched)} {(watched.Length == 1 ? "is" : "are")} watched, not yours: every policy could have staked {(watched.Length == 1 ? "it" : "them")}, present weights hold nothing of {(watched.Length == 1 ? "it" : "them")}, and no proposal ever will."];
        return [.. candidates, .. fund.WatchNotes];
    }

    private static string Times(StakingRegime regime) => regime == StakingRegime.Legacy
        ? "Legacy: an increase acts from the next round; a release arrives when all open rounds have resolved, and can burn until then"
        : "Atomic: each round has its own part (mode fixed), so a change takes a whole window to act in full";

    private static IEnumerable<string> Doubts(BacktestStudy.Done study)
    {
        yield return "The models are those of today; the ones that were given up are missing, which flatters every line. Present weights were chosen knowing the past.";
        if (study.LeftOut > Nmr.Zero)
            yield return $"{Figures.Unit(study.LeftOut)} are staked on models without enough history and are not in the present weights.";
        if (study.Comparison.CanTell && study.Walk.TestedWindows < FewWindows)
            yield return $"Only {Figures.Number(study.Walk.TestedWindows)} windows without common rounds were staked: read the figures as orders of magnitude.";
    }

    private static Button[] Buttons(BacktestRequest request) =>
    [
        request.AllSchedules
            ? new Button("Beside plain portfolios", "/backtest")
            : new Button("On every schedule", "/backtest rebalance:all"),
        new Button("Show the numbers", "/backtest data"),
        new Button("Draw frontier", "/frontier"),
        new Button("How to read this", "/help backtest"),
    ];

    private static string PolicyOf(BacktestStudy.Done study) => $"the policy {study.Request.Policy.Name}";

    private static string Day(RoundNumber round) => RoundCalendar.OpenDate(round).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
