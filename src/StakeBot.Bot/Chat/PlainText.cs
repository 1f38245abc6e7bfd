using System.Globalization;
using System.Text;

namespace StakeBot.Bot.Chat;

/// <summary>Texts that strangers wrote, made fit for a line: no control characters, no direction marks, not too long. Surfaces still escape them.</summary>
internal static class PlainText
{
    private const int LongestName = 32;

    /// <summary>A model's name as it is shown.</summary>
    public static string Name(string text)
    {
        StringBuilder name = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            bool invisible = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!invisible && name.Length + rune.Utf16SequenceLength <= LongestName - 1)
                name.Append(rune.ToString());
            else if (!invisible)
                return name.Append('…').ToString();
        }
        return name.Length == 0 ? "(no name)" : name.ToString();
    }
}
