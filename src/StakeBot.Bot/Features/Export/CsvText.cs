using System.Buffers;
using System.Globalization;
using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Features.Export;

/// <summary>
/// A table as comma-separated text (RFC 4180), safe to open in a spreadsheet: a text that would be run as a formula there gets an apostrophe in front.
/// </summary>
public static class CsvText
{
    private const string NewLine = "\r\n";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>The headings, then the rows.</summary>
    public static string Of(DataTable table)
    {
        StringBuilder text = new();
        Append(text, table.Columns.Select(Field));
        foreach (IReadOnlyList<Cell> row in table.Rows)
            Append(text, row.Select(Value));
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append(NewLine);

    private static string Value(Cell cell) => cell.Value switch
    {
        null => "",
        string words => Field(Harmless(words)),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => ExportCell.Plain(number),
        _ => throw new InvalidOperationException($"A cell holds a {cell.Value.GetType().Name}."),
    };

    // A tab or a line break in front is taken away by some programs before they look.
    private static string Harmless(string words) => words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? $"'{words}" : words;

    private static string Field(string words) => words.AsSpan().ContainsAny(Quoted) ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
}
