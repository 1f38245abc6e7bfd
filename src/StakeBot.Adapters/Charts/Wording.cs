using System.Globalization;
using System.Text;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// Makes text from outside drawable. A model's name is what a stranger chose: it may hold emoji, marks that turn the writing direction,
/// line breaks, stacked accents, half a character, or a thousand letters.
/// </summary>
internal static class Wording
{
    /// <summary>What stands for characters the font lacks.</summary>
    public const char Replacement = '□';

    // More than any line of a picture can hold.
    private const int MostRunes = 400;

    /// <summary>The text on one line, without what cannot be seen, with one box for each run of what cannot be drawn.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(Math.Min(text.Length, MostRunes));
        int runes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (runes == MostRunes)
                break;
            if (Append(clean, rune))
                runes++;
        }
        return clean.ToString().Trim();
    }

    /// <summary>The text on one line; <paramref name="otherwise"/> when nothing of it can be seen.</summary>
    public static string Clean(string text, string otherwise) => Clean(text) is { Length: > 0 } clean ? clean : otherwise;

    private static bool Append(StringBuilder clean, Rune rune)
    {
        char last = clean.Length == 0 ? ' ' : clean[^1];
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            return last != ' ' && AppendChar(clean, rune.Value == '\u00A0' ? '\u00A0' : ' ');
        if (IsUnseen(rune))
            return false;
        if (ChartFonts.Have(rune.Value) && rune.Value != 0xFFFD && !IsRightToLeft(rune.Value))
        {
            clean.Append(rune.ToString());
            return true;
        }
        return last != Replacement && AppendChar(clean, Replacement);
    }

    private static bool AppendChar(StringBuilder clean, char c)
    {
        clean.Append(c);
        return true;
    }

    // Drawn letter by letter they would stand in the wrong order, and a name in the wrong order is another name.
    private static bool IsRightToLeft(int c) => c is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format
        or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.EnclosingMark
        or UnicodeCategory.SpacingCombiningMark;
}
