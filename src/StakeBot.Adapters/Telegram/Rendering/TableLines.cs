using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>A table for a phone: two narrow columns side by side, everything else as a list. Screen readers like lists better anyway.</summary>
internal static class TableLines
{
    private const int Width = 30;
    private const int Gap = 2;

    public static IEnumerable<TextLine> Of(DataTable table) =>
        [TextLine.Of(table.Title, LineStyle.Bold), .. IsNarrow(table) ? Columns(table) : table.Rows.Select(row => TextLine.Of(Item(table.Columns, row)))];

    private static bool IsNarrow(DataTable table) => table.Columns.Count == 2 && Wide(table, 0) + Gap + Wide(table, 1) <= Width;

    private static int Wide(DataTable table, int column) => table.Rows.Select(row => row[column].Text.Length).Append(table.Columns[column].Length).Max();

    private static IEnumerable<TextLine> Columns(DataTable table)
    {
        int left = Wide(table, 0);
        int right = Wide(table, 1);
        return table.Rows.Select(row => (Left: row[0].Text, Right: row[1].Text)).Prepend((Left: table.Columns[0], Right: table.Columns[1]))
            .Select(row => TextLine.Of(row.Left.PadRight(left + Gap) + row.Right.PadLeft(right), LineStyle.Fixed));
    }

    private static string Item(IReadOnlyList<string> columns, IReadOnlyList<Cell> row) =>
        $"• {row[0].Text}{(row.Count > 1 ? ": " : "")}{string.Join(" · ", columns.Skip(1).Zip(row.Skip(1), (column, cell) => $"{column} {cell.Text}"))}";
}
