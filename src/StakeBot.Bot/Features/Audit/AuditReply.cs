using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.Audit;

internal static class AuditReply
{
    private const int DetailAtMost = 160;

    public static Reply Of(ExecutionMode mode, JournalPage page, IReadOnlyDictionary<string, string> people, string? safeMode)
    {
        string about = page.Code is null ? "" : $" {page.Code}";
        return new Reply
        {
            Mode = mode,
            Title = page.IsEmpty ? "The journal is empty" : $"Journal{about} · {page.All.Count} {(page.All.Count == 1 ? "record" : "records")} · page {page.Number} of {page.Pages}",
            Lines =
            [
                .. page.Records.Select(record => Line(record, page.Code is null, people)),
                .. page.IsEmpty ? ["Everything that people and StakeBot do about stakes, people and policy is written down here."] : Array.Empty<string>(),
                .. page is { Code: null, IsEmpty: false } ? [$"Each record is linked to the one before. Head: {JournalWords.Head(page.All[^1].Sequence, page.All[^1].Hash)}"] : Array.Empty<string>(),
                .. safeMode is null ? Array.Empty<string>() : [$"SAFE MODE: {safeMode}"],
            ],
            Table = new DataTable(
                "Journal",
                ["sequence", "time (UTC)", "event", "actor", "subject", "detail", "hash"],
                [.. page.Records.Select(Row)]),
            Buttons =
            [
                .. page.Number > 1 ? [new Button("Newer", $"/audit{about} page:{page.Number - 1}")] : Array.Empty<Button>(),
                .. page.Number < page.Pages ? [new Button("Earlier", $"/audit{about} page:{page.Number + 1}")] : Array.Empty<Button>(),
            ],
        };
    }

    /// <summary>One record's hash: what a digest said once must be what the journal says now.</summary>
    public static Reply OfOne(ExecutionMode mode, JournalRecord record, string? safeMode) => new()
    {
        Mode = mode,
        Title = $"Journal · {JournalWords.Head(record.Sequence, record.Hash)}",
        Lines =
        [
            $"Written {ChatTime.Mark(record.Entry.At)}: {record.Entry.Event.Replace('-', ' ')}.",
            "A digest that named this record with the same hash shows that neither it nor any record before it was rewritten since.",
            .. safeMode is null ? Array.Empty<string>() : [$"SAFE MODE: {safeMode}"],
        ],
    };

    public static Reply NoSuchRecord(ExecutionMode mode, JournalHead head) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "The journal has no such record",
        Lines = [$"It ends with {JournalWords.Head(head.Sequence, head.Hash)}. A record that a digest named and that is missing now was taken away. Nothing was changed."],
    };

    public static Reply Unknown(ExecutionMode mode) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "I know no such proposal",
        Lines = ["That is the code of no proposal; /proposals lists them. Nothing was changed."],
    };

    private static string Line(JournalRecord record, bool named, IReadOnlyDictionary<string, string> people) =>
        $"• {record.Sequence} · {ChatTime.Mark(record.Entry.At)} · {(named ? About(record.Entry.Subject) : "")}{record.Entry.Event.Replace('-', ' ')} · by {people[record.Entry.Actor]}{Detail(record.Entry.Detail)}";

    private static string About(string subject) => ProposalId.TryParse(subject, out ProposalId id) ? $"{id.Code} " : "";

    private static string Detail(string detail) => JournalWords.Of(detail) is { Length: > 0 } words ? $" · {(words.Length <= DetailAtMost ? words : words[..(DetailAtMost - 1)] + "…")}" : "";

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
