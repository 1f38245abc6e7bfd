using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Money;
using StakeBot.Core.Risk.Settling;

namespace StakeBot.Bot.Funds;

/// <summary>The fan of the open rounds, and the same in words.</summary>
internal sealed record BurnPicture(SettlementPlot Plot, string AltText)
{
    public static BurnPicture Of(Fund fund, ExecutionMode mode, string title, OpenRisk risk)
    {
        Nmr equity = fund.Snapshot.Equity;
        DateOnly today = DateOnly.FromDateTime(fund.Snapshot.TakenAt.UtcDateTime);
        DateOnly start = risk.Rounds[0].Settles < today ? risk.Rounds[0].Settles : today;
        SettlementPoint[] points =
        [
            new SettlementPoint(start, 0, 0, 0, 0, 0, 0, 0),
            .. risk.Rounds.GroupBy(round => round.Settles).Select(day => Point(day.Key, day.Last().Running, equity)),
        ];
        string badName = $"bad case (1 in {Math.Round(1 / (1 - fund.Policy.Level)):0})";
        return new BurnPicture(new SettlementPlot(Basis.Frame(title, fund, mode), points, badName), Alt(risk, points[^1], badName));
    }

    private static SettlementPoint Point(DateOnly day, Settlement running, Nmr equity) => new(
        day,
        running.Expected.ShareOf(equity),
        running.Low.ShareOf(equity),
        running.High.ShareOf(equity),
        running.HalfLow.ShareOf(equity),
        running.HalfHigh.ShareOf(equity),
        running.Bad.ShareOf(equity),
        running.Worst.ShareOf(equity));

    private static string Alt(OpenRisk risk, SettlementPoint end, string badName) =>
        $"Fan chart of what {risk.Rounds.Count} open rounds will have paid or burned as they become final, in shares of the fund. At the end: expected {Figures.SignedPercent(end.Expected)}, "
        + $"90 % between {Figures.SignedPercent(end.Low)} and {Figures.SignedPercent(end.High)}, {badName} {Figures.SignedPercent(end.Bad)}, worst {Figures.SignedPercent(end.Worst)}.";
}
