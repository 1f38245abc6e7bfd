using System.Globalization;
using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>How a line is set.</summary>
internal enum LineStyle
{
    Plain,
    Bold,
    Fixed,
    Code,
}

/// <summary>One line of a message, in pieces between which it may be broken where it is longer than a message.</summary>
internal sealed record TextLine(LineStyle Style, IReadOnlyList<Piece> Pieces)
{
    private const char TimeStart = '\u0001';
    private const char TimeEnd = '\u0002';

    // A word that is longer is cut all the same; words of people are not.
    private const int LongestPiece = 200;

    public int Length => Pieces.Sum(piece => piece.Length);

    public int Entities => Pieces.Sum(piece => piece.Entities) + (Style == LineStyle.Plain ? 0 : 1);

    public string Html
    {
        get
        {
            string inner = string.Concat(Pieces.Select(piece => piece.Html));
            return Style switch
            {
                LineStyle.Bold when Length > 0 => $"<b>{inner}</b>",
                LineStyle.Code when Length > 0 => $"<code>{inner}</code>",
                // Lines of fixed width that follow one another share a block, which the message puts around them.
                _ => inner,
            };
        }
    }

    public static TextLine Of(string text, LineStyle style = LineStyle.Plain)
    {
        List<Piece> pieces = [];
        // Cleaning would take the marks of instants away if they were put in before it, so they are put in after it.
        string marked = ChatTime.Replace(Markup.Clean(text), at => string.Create(CultureInfo.InvariantCulture, $"{TimeStart}{at.ToUnixTimeSeconds()}{TimeEnd}"));
        foreach (string part in marked.Split(TimeStart))
        {
            int end = part.IndexOf(TimeEnd, StringComparison.Ordinal);
            if (end >= 0)
                pieces.Add(Time(long.Parse(part.AsSpan(0, end), CultureInfo.InvariantCulture)));
            pieces.AddRange(Words(part[(end + 1)..]));
        }
        return new TextLine(style, pieces);
    }

    /// <summary>The line in parts of at most that length, and of at most so many bytes of markup.</summary>
    public IEnumerable<TextLine> Broken(int most, int mostBytes)
    {
        List<Piece> part = [];
        (int length, int bytes) = (0, 0);
        foreach (Piece piece in Pieces)
        {
            int more = Encoding.UTF8.GetByteCount(piece.Html);
            if (part.Count > 0 && (length + piece.Length > most || bytes + more > mostBytes))
            {
                yield return this with { Pieces = [.. part] };
                part.Clear();
                (length, bytes) = (0, 0);
            }
            part.Add(piece);
            (length, bytes) = (length + piece.Length, bytes + more);
        }
        yield return this with { Pieces = part };
    }

    // Whoever has an old app reads what is between the tags.
    private static Piece Time(long unix)
    {
        string fallback = ChatTime.Utc(DateTimeOffset.FromUnixTimeSeconds(unix));
        return unix < 0
            ? new Piece(fallback, fallback.Length)
            : new Piece(string.Create(CultureInfo.InvariantCulture, $"<tg-time unix=\"{unix}\" format=\"wDt\">{fallback}</tg-time>"), fallback.Length, 1);
    }

    private static IEnumerable<Piece> Words(string text)
    {
        StringBuilder word = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            word.Append(rune.ToString());
            if (rune.Value != ' ' && word.Length < LongestPiece)
                continue;
            yield return Plain(word.ToString());
            word.Clear();
        }
        if (word.Length > 0)
            yield return Plain(word.ToString());
    }

    private static Piece Plain(string clean) => new(Markup.Escaped(clean), clean.Length);
}
