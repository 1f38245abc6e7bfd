using StakeBot.Bot.Chat;
using StakeBot.Core.Accounting;

namespace StakeBot.Bot.Features.Export;

/// <summary>What resolved rounds have paid and burned, oldest first.</summary>
internal static class LedgerRows
{
    public static DataTable Of(Ledger ledger, ExportSpan span) => new(
        "Ledger",
        ["time", "tournament", "round", "model", "kind", "change_nmr", "at_risk_nmr"],
        [.. ledger.Entries.Where(entry => span.Holds(entry.At)).Select(Row)]);

    private static IReadOnlyList<Cell> Row(LedgerEntry entry) =>
    [
        ExportCell.Of(entry.At),
        Cell.Of(entry.Model.Tournament.ToString()),
        Cell.Of(entry.Round.Value),
        Cell.Of(entry.Model.Name),
        Cell.Of(entry.Kind.ToString()),
        ExportCell.Of(entry.Change),
        ExportCell.Of(entry.AtRisk),
    ];
}
