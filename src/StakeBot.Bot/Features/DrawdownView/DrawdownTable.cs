using System.Globalization;
using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Features.DrawdownView;

internal static class DrawdownTable
{
    public static DataTable Of(HeldPath.Walked path) => new(
        "Distance below the peak",
        ["Round", "Opened", "Result of the round (%)", "Below the peak (%)"],
        [.. Enumerable.Range(0, path.Returns.Count).Select(t => Row(path, t))]);

    private static IReadOnlyList<Cell> Row(HeldPath.Walked path, int t) =>
    [
        Cell.Of((path.First + t).Value),
        Cell.Of(path.Days[t].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new Cell(Figures.SignedPercent(path.Returns[t]), path.Returns[t] * 100),
        new Cell(Figures.SignedPercent(path.Drawdown.UnderWater[t]), path.Drawdown.UnderWater[t] * 100),
    ];
}
