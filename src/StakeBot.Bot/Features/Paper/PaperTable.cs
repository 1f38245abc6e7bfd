using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;

namespace StakeBot.Bot.Features.Paper;

internal static class PaperTable
{
    public static DataTable Of(PaperAdvance advance) => new(
        "Payouts and burns",
        ["Round", "Tournament", "Model", "At risk (NMR)", "Result (NMR)"],
        [.. advance.Resolved.Select(Row)]);

    private static IReadOnlyList<Cell> Row(LedgerEntry entry) =>
    [
        Cell.Of(entry.Round.Value),
        Cell.Of(entry.Model.Tournament.ToString()),
        Cell.Of(PlainText.Name(entry.Model.Name)),
        new Cell(Figures.Amount(entry.AtRisk), entry.AtRisk.Amount),
        new Cell(Figures.Signed(entry.Change), entry.Change.Amount),
    ];
}
