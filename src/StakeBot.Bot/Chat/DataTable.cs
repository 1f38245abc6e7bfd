using System.Globalization;

namespace StakeBot.Bot.Chat;

/// <summary>The numbers behind an answer: short texts for people, full precision for machines.</summary>
/// <param name="Title">What the rows are.</param>
/// <param name="Columns">The headings; a number's heading carries its unit.</param>
/// <param name="Rows">As many cells as columns in each.</param>
public sealed record DataTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>One cell.</summary>
/// <param name="Text">For people.</param>
/// <param name="Value">The same at full precision: a string, a bool, an int, a double, a decimal, or null for "none".</param>
public sealed record Cell(string Text, object? Value)
{
    /// <summary>A cell of words.</summary>
    public static Cell Of(string text) => new(text, text);

    /// <summary>A whole number.</summary>
    public static Cell Of(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}
