using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Export;

/// <summary>The journal with its hashes, oldest first: whoever kept an earlier export can see that nothing was rewritten.</summary>
internal static class JournalRows
{
    public static DataTable Of(IReadOnlyList<JournalRecord> records, ExportSpan span) => new(
        "Journal",
        ["sequence", "time", "event", "actor", "subject", "detail", "previous_hash", "hash"],
        [.. records.Where(record => span.Holds(record.Entry.At)).Select(Row)]);

    private static IReadOnlyList<Cell> Row(JournalRecord record) =>
    [
        ExportCell.Of(record.Sequence),
        ExportCell.Of(record.Entry.At),
        Cell.Of(record.Entry.Event),
        Cell.Of(record.Entry.Actor),
        Cell.Of(record.Entry.Subject),
        Cell.Of(record.Entry.Detail),
        Cell.Of(record.PreviousHash),
        Cell.Of(record.Hash),
    ];
}
