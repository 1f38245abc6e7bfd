using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Audit;

internal static class AuditReply
{
    public static Reply Of(ExecutionMode mode, IReadOnlyList<JournalRecord> records, string? code, int page, int perPage, string? safeMode)
    {
        JournalRecord[] newest = [.. records.Reverse()];
        int pages = Math.Max(1, (newest.Length + perPage - 1) / perPage);
        int shown = Math.Min(page, pages);
        JournalRecord[] here = [.. newest.Skip((shown - 1) * perPage).Take(perPage)];
        string about = code is null ? "" : $" {code}";
        return new Reply
        {
            Mode = mode,
            Title = newest.Length == 0 ? "The journal is empty" : $"Journal{about} · {newest.Length} records · page {shown} of {pages}",
            Lines =
            [
                .. here.Select(Line),
                .. newest.Length == 0 ? ["Everything that people and StakeBot do about stakes, people and policy is written down here."] : Array.Empty<string>(),
                .. code is null && newest.Length > 0 ? [$"Each record is linked to the one before. Newest hash {newest[0].Hash[..16]}…"] : Array.Empty<string>(),
                .. safeMode is null ? Array.Empty<string>() : [$"SAFE MODE: {safeMode}"],
            ],
            Table = new DataTable(
                "Journal",
                ["sequence", "time (UTC)", "event", "actor", "subject", "detail", "hash"],
                [.. here.Select(Row)]),
            Buttons =
            [
                .. shown > 1 ? [new Button("Newer", $"/audit{about} page:{shown - 1}")] : Array.Empty<Button>(),
                .. shown < pages ? [new Button("Earlier", $"/audit{about} page:{shown + 1}")] : Array.Empty<Button>(),
            ],
        };
    }

    public static Reply Unknown(ExecutionMode mode) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "I know no such proposal",
        Lines = ["That is the code of no proposal; /proposals lists them. Nothing was changed."],
    };

    private static string Line(JournalRecord record) =>
        $"• {record.Sequence} · {ChatTime.Mark(record.Entry.At)} · {record.Entry.Event.Replace('-', ' ')} · {Actor(record.Entry.Actor)}{Short(record.Entry.Detail)}";

    private static string Actor(string actor) => actor == "stakebot" ? "by StakeBot" : $"by {PlainText.Name(actor)}";

    private static string Short(string detail) => detail is "{}" or "" ? "" : $" · {(detail.Length <= 90 ? detail : detail[..89] + "…")}";

    private static IReadOnlyList<Cell> Row(JournalRecord record) =>
    [
        new Cell(record.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), (decimal)record.Sequence),
        Cell.Of(record.Entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)),
        Cell.Of(record.Entry.Event),
        Cell.Of(record.Entry.Actor),
        Cell.Of(record.Entry.Subject),
        Cell.Of(record.Entry.Detail),
        Cell.Of(record.Hash),
    ];
}
