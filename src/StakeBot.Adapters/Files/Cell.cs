using System.Globalization;
using System.Text;

namespace StakeBot.Adapters.Files;

/// <summary>What a field of a csv file turned out to be.</summary>
internal enum CellKind
{
    Number,
    Gap,
    Comma,
    Infinite,
    Other,
}

/// <summary>Reads a field that should hold a number; nothing is guessed.</summary>
internal static class Cell
{
    private static readonly string[] Gaps = ["", "NA", "N/A", "#N/A", "NaN", "null", "none", "-"];
    private static readonly string[] Infinities = ["inf", "+inf", "-inf"];

    public static bool IsGap(string text) => Gaps.Contains(text, StringComparer.OrdinalIgnoreCase);

    public static CellKind Read(ReadOnlySpan<byte> utf8, out double value)
    {
        if (double.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return double.IsNaN(value) ? CellKind.Gap : double.IsInfinity(value) ? CellKind.Infinite : CellKind.Number;
        value = double.NaN;
        return KindOfOther(Encoding.UTF8.GetString(utf8));
    }

    public static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static CellKind KindOfOther(string text)
    {
        if (IsGap(text))
            return CellKind.Gap;
        if (Infinities.Contains(text, StringComparer.OrdinalIgnoreCase))
            return CellKind.Infinite;
        return IsNumber(text.Replace(",", "", StringComparison.Ordinal)) ? CellKind.Comma : CellKind.Other;
    }

    /// <summary>What is wrong with a text that is no number, and what to do.</summary>
    public static string Complaint(CellKind kind, string text, string good) => kind switch
    {
        CellKind.Comma => $"'{text}' has a comma in it, and it is not clear whether it is a decimal comma. Write numbers with a decimal point, such as {good}.",
        CellKind.Infinite => $"'{text}' is infinite. Write a number such as {good}.",
        CellKind.Gap => $"there is no number. Write a number such as {good}; gaps are not allowed here.",
        _ => $"'{text}' is no number. Write a number such as {good}.",
    };
}
