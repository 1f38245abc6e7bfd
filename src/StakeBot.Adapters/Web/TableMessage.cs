using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web;

/// <summary>The numbers behind a reply, in the texts for people.</summary>
/// <param name="Title">What the rows are.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Numeric">Which columns hold numbers: they are aligned by their last digit.</param>
/// <param name="Rows">The texts.</param>
internal sealed record TableMessage(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<bool> Numeric,
    IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static TableMessage Of(DataTable table) => new(
        table.Title,
        table.Columns,
        [.. table.Columns.Select((_, column) => HoldsNumbers(table, column))],
        [.. table.Rows.Select(row => row.Select(cell => cell.Text).ToArray())]);

    private static bool HoldsNumbers(DataTable table, int column)
    {
        object[] values = [.. table.Rows.Select(row => row[column].Value).OfType<object>()];
        return values.Length > 0 && values.All(value => value is int or double or decimal);
    }
}
