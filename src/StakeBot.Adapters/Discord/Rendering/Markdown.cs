using System.Globalization;
using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>
/// Plain texts as Discord's markup shows them unchanged: nothing becomes bold, a heading, a link or a mention, whoever chose the words.
/// </summary>
internal static class Markdown
{
    private const string Special = @"\*_~`|<>[]()@#:/";
    private const string SpecialAtStart = "-+=";

    /// <summary>A text without markup; instants are shown in the reader's own zone.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        bool first = true;
        foreach (char c in text)
        {
            if (IsDirectionMark(c))
                continue;
            bool lineBreak = c is '\r' or '\n';
            bool listNumber = c == '.' && IsNumberSoFar(escaped);
            if (Special.Contains(c, StringComparison.Ordinal) || listNumber || (first && SpecialAtStart.Contains(c, StringComparison.Ordinal)))
                escaped.Append('\\');
            escaped.Append(lineBreak ? ' ' : c);
            first &= char.IsWhiteSpace(c);
        }
        return ChatTime.Replace(escaped.ToString(), instant => string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:f>"));
    }

    /// <summary>A line of a reply: one that is nothing but an address stays one that can be opened.</summary>
    public static string Line(string line) => IsAddress(line) ? $"<{line}>" : Escape(line);

    // "1." at the start of a line would begin a list that Discord numbers by itself.
    private static bool IsNumberSoFar(StringBuilder escaped)
    {
        if (escaped.Length is 0 or > 4)
            return false;
        for (int i = 0; i < escaped.Length; i++)
        {
            if (!char.IsAsciiDigit(escaped[i]))
                return false;
        }
        return true;
    }

    private static bool IsAddress(string line) =>
        (line.StartsWith("https://", StringComparison.Ordinal) || line.StartsWith("http://", StringComparison.Ordinal))
        && !line.Any(c => char.IsWhiteSpace(c) || c is '<' or '>')
        && Uri.TryCreate(line, UriKind.Absolute, out _);

    // They would turn the rest of the line around.
    private static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
