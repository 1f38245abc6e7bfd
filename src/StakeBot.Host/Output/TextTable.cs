using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Host.Output;

/// <summary>A table in columns of equal width; numbers to the right.</summary>
internal static class TextTable
{
    public static string Of(DataTable table)
    {
        int[] widths =
        [
            .. Enumerable.Range(0, table.Columns.Count)
                .Select(c => Math.Max(table.Columns[c].Length, table.Rows.Select(row => row[c].Text.Length).DefaultIfEmpty(0).Max())),
        ];
        StringBuilder text = new(table.Title);
        text.Append('\n').AppendJoin("  ", table.Columns.Select((column, c) => column.PadRight(widths[c])));
        foreach (IReadOnlyList<Cell> row in table.Rows)
            text.Append('\n').AppendJoin("  ", row.Select((cell, c) => cell.Value is string or null ? cell.Text.PadRight(widths[c]) : cell.Text.PadLeft(widths[c])));
        return text.ToString();
    }
}
