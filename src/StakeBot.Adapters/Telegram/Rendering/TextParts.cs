using System.Text;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>Packs lines into as few messages as they fit in. A message breaks between lines, and a line only where it is longer than a message.</summary>
internal static class TextParts
{
    /// <summary>What a text message takes, after parsing.</summary>
    public const int MessageLength = 4096;

    /// <summary>What stands below a picture or a file takes, after parsing.</summary>
    public const int CaptionLength = 1024;

    private const int MostEntities = 90;
    private const int MostBytes = 9_500;

    // What stands around a line: <code></code>.
    private const int TagBytes = 20;

    public static IReadOnlyList<string> Of(IEnumerable<TextLine> lines, int most)
    {
        List<string> parts = [];
        List<TextLine> part = [];
        foreach (TextLine line in lines.SelectMany(line => line.Broken(most, MostBytes - TagBytes)))
        {
            if (part.Count > 0 && !Fits([.. part, line], most))
            {
                Finish();
                part.Clear();
            }
            part.Add(line);
        }
        Finish();
        return parts;

        // Telegram refuses a message in which nothing stands.
        void Finish()
        {
            if (part.Any(line => line.Length > 0))
                parts.Add(Html(part));
        }
    }

    /// <summary>Whether lines fit into one message.</summary>
    public static bool Fits(IReadOnlyList<TextLine> lines, int most) =>
        lines.Sum(line => line.Length + 1) - 1 <= most
        && lines.Sum(line => line.Entities) <= MostEntities
        && Encoding.UTF8.GetByteCount(Html(lines)) <= MostBytes;

    public static string Html(IReadOnlyList<TextLine> lines)
    {
        StringBuilder html = new();
        bool isFixed = false;
        for (int index = 0; index < lines.Count; index++)
        {
            bool wants = lines[index].Style == LineStyle.Fixed;
            if (isFixed && !wants)
                html.Append("</pre>");
            if (index > 0)
                html.Append('\n');
            if (!isFixed && wants)
                html.Append("<pre>");
            html.Append(lines[index].Html);
            isFixed = wants;
        }
        return html.Append(isFixed ? "</pre>" : "").ToString();
    }
}
