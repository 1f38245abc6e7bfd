using System.Text;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>A piece of a line that is never cut: its HTML, and how much of the limits it takes once Telegram has read it.</summary>
/// <param name="Html">The markup.</param>
/// <param name="Length">UTF-16 units of the text in it: Telegram counts after parsing.</param>
/// <param name="Entities">How many entities it makes.</param>
internal sealed record Piece(string Html, int Length, int Entities = 0);

/// <summary>Text as Telegram's HTML.</summary>
internal static class Markup
{
    /// <summary>Text in which nothing is markup: escaped, without control characters and without marks that turn the direction of what follows.</summary>
    public static string Escape(string text) => Escaped(Clean(text));

    /// <summary>The text as it is shown, before it is escaped.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        // Half a surrogate pair comes out of the enumeration as the replacement character.
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !TurnsDirection(rune.Value))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    public static string Escaped(string clean) =>
        clean.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool TurnsDirection(int rune) => rune is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
