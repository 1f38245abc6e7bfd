using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Features.Export;

internal static class ExportReply
{
    public static Reply Of(ExecutionMode mode, DataTable table, ExportFile file) => new()
    {
        Mode = mode,
        Title = $"{table.Title} · {table.Rows.Count} {(table.Rows.Count == 1 ? "row" : "rows")}",
        Lines =
        [
            $"{file.Document.FileName}: {table.Rows.Count} {(table.Rows.Count == 1 ? "row" : "rows")} of {table.Columns.Count} columns below a header. Times UTC, full precision.",
            $"SHA-256 {file.Hash}",
            "It holds the account's figures: keep it where only you can read it. Keys and codes are never in it.",
        ],
        Documents = [file.Document],
    };

    public static Reply NotHere(ExecutionMode mode) =>
        Refused(mode, "Others can read this conversation, and a file stays. Ask me where only you can: in a private message, or in the local chat.");

    public static Reply Refused(ExecutionMode mode, string reason) =>
        new() { Kind = ReplyKind.Refusal, Mode = mode, Title = "Nothing was exported", Lines = [reason, "Nothing was changed."] };
}
