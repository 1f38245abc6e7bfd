using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>A reply in lines of markup within Discord's limits. What does not fit goes into a file, whole; nothing is dropped in silence.</summary>
internal sealed class ReplyText
{
    private const int LongestHeadline = 250;
    private const string FileName = "answer.txt";
    private const string Continued = "… The whole answer is in the file answer.txt.";

    /// <summary>The first line, without markup.</summary>
    public required string Headline { get; init; }

    /// <summary>The lines below it.</summary>
    public required string Body { get; init; }

    /// <summary>Makes the text; a text that is too long is added to the files.</summary>
    /// <param name="more">Lines of this surface, below those of the reply.</param>
    /// <param name="characters">The most that headline and body may have together.</param>
    /// <param name="bytes">The same in UTF-8.</param>
    public static ReplyText Of(Reply reply, ReplyFiles files, IReadOnlyList<string> more, int characters, int bytes)
    {
        string headline = ReplyFiles.Cut(Markdown.Escape(reply.Headline), LongestHeadline);
        string[] below = [.. more.Select(Markdown.Line)];
        string[] lines = [.. Plain(reply).Select(Markdown.Line)];
        Room room = new(characters - headline.Length, bytes - Encoding.UTF8.GetByteCount(headline));
        if (room.Holds([.. lines, .. below]))
            return new ReplyText { Headline = headline, Body = string.Join('\n', [.. lines, .. below]) };
        files.AddText(FileName, string.Join('\n', [ChatTime.ToUtc(reply.Headline), .. Plain(reply).Select(ChatTime.ToUtc)]));
        string[] end = [Continued, .. below];
        int kept = lines.Length;
        while (kept > 0 && !room.Holds([.. lines.Take(kept), .. end]))
            kept--;
        return new ReplyText { Headline = headline, Body = string.Join('\n', [.. lines.Take(kept), .. end]) };
    }

    private static IEnumerable<string> Plain(Reply reply) => reply.ShowTable && reply.Table is { } table ? [.. reply.Lines, .. Rows(table)] : reply.Lines;

    // A phone shows some thirty characters in a row of a table: a line a row can be read, and read out.
    private static IEnumerable<string> Rows(DataTable table)
    {
        yield return $"{table.Title}:";
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            IEnumerable<string> rest = row.Skip(1).Zip(table.Columns.Skip(1)).Where(cell => cell.First.Text.Length > 0).Select(cell => $"{cell.Second} {cell.First.Text}");
            yield return $"• {row[0].Text}: {string.Join(" · ", rest)}";
        }
    }

    private readonly record struct Room(int Characters, int Bytes)
    {
        public bool Holds(IReadOnlyCollection<string> lines) =>
            lines.Sum(line => line.Length + 1) <= Characters && lines.Sum(line => Encoding.UTF8.GetByteCount(line) + 1) <= Bytes;
    }
}
