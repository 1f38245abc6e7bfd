using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Features.DrawdownView;

internal static class DrawdownReply
{
    private const int LastDays = 7;

    public static Reply Of(ExecutionMode mode, Fund fund, HeldPath.Walked path, IChartRenderer charts)
    {
        Drawdown drawdown = path.Drawdown;
        string title = Verdict(path);
        DrawdownPlot plot = new(
            Basis.Frame(title, fund, mode), path.Days, drawdown.UnderWater, drawdown.Peak, drawdown.Trough, drawdown.Recovery, null);
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                $"What if: {path.Assumption}, payouts compounding, over {path.Returns.Count} resolved rounds ({path.First}–{path.Last}); days are the rounds' opening days.",
                Worst(path),
                Burned(fund),
                .. fund.Moments is { } moments ? new[] { Basis.History(fund.History, moments) } : [],
                .. Basis.Pricing(fund),
                .. Basis.LeftOut(fund.History),
            ],
            Pictures = [new Picture("drawdown.png", charts.Draw(plot), Alt(path))],
            Table = DrawdownTable.Of(path),
            Buttons = [new Button("Last 3 months", "/drawdown 3m"), new Button("Last 12 months", "/drawdown 12m"), new Button("Everything", "/drawdown all"), new Button("Show risk", "/risk")],
        };
    }

    public static Reply Refuse(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "There is no drawdown to show",
        Lines = [reason, "Nothing was computed."],
        Buttons = [new Button("List models", "/models"), new Button("Show status", "/status")],
    };

    private static string Verdict(HeldPath.Walked path)
    {
        if (path.Drawdown.Trough < 0)
            return $"{path.Subject} never fell below its peak";
        string now = path.Drawdown.Now == 0 ? "is at its peak" : $"is {Figures.Percent(path.Drawdown.Now)} below its peak";
        return $"{path.Subject} {now}; the worst was {Figures.Percent(path.Drawdown.Worst)}";
    }

    private static string Worst(HeldPath.Walked path)
    {
        Drawdown drawdown = path.Drawdown;
        if (drawdown.Trough < 0)
            return "There was no fall in this span.";
        string peak = drawdown.Peak < 0 ? $"the start, {Day(path.Days[0])}" : Day(path.Days[drawdown.Peak]);
        string recovery = drawdown.Recovery is { } at ? $"recovered {Day(path.Days[at])}" : "not recovered yet";
        return $"Worst: {Figures.SignedPercent(-drawdown.Worst)} from {peak} to {Day(path.Days[drawdown.Trough])}, {recovery}.";
    }

    private static string Burned(Fund fund)
    {
        LedgerEntry[] burns = [.. fund.Ledger.Entries.Where(entry => entry.Kind == LedgerKind.Burn && entry.At > fund.Snapshot.TakenAt.AddDays(-LastDays))];
        return burns.Length == 0
            ? $"Nothing was burned in the last {LastDays} days."
            : $"Burned in the last {LastDays} days: {Figures.Unit(burns.Select(burn => burn.Amount).Total)} over {burns.Select(burn => (burn.Model.Tournament, burn.Round)).Distinct().Count()} rounds.";
    }

    private static string Alt(HeldPath.Walked path)
    {
        string shape = path.Drawdown.Trough < 0
            ? "The line stays at zero."
            : $"Worst {Figures.SignedPercent(-path.Drawdown.Worst)} on {Day(path.Days[path.Drawdown.Trough])}; now {Figures.SignedPercent(-path.Drawdown.Now)}.";
        return $"Area chart of the distance below the running peak, {Day(path.Days[0])} to {Day(path.Days[^1])}. {shape}";
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
