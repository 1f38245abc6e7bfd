using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>Measures, shortens, wraps and draws text. One for each picture; not for two threads at a time.</summary>
internal sealed class Lettering : IDisposable
{
    /// <summary>The height of a d over the baseline, as a share of the size; with <see cref="Descent"/> it makes 1.</summary>
    public const float Ascent = 0.76f;

    /// <summary>The depth of a p below the baseline, as a share of the size.</summary>
    public const float Descent = 0.24f;

    private const string Ellipsis = "…";

    private readonly Dictionary<(float Size, bool Bold), SKFont> _fonts = [];

    public float Width(string text, TextStyle style) => text.Length == 0 ? 0 : Font(style).MeasureText(text);

    /// <summary>What the text covers when it starts at a point of the baseline: its lines' height, or more where an accent stands higher.</summary>
    public SKRect Box(string text, TextStyle style, SKPoint start)
    {
        float width = Font(style).MeasureText(text, out SKRect ink);
        SKRect box = new(0, -Ascent * style.Size, width, Descent * style.Size);
        if (!ink.IsEmpty)
            box.Union(ink);
        box.Offset(start);
        return box;
    }

    /// <summary>The text, cut at its end until it fits.</summary>
    public string CutEnd(string text, TextStyle style, float width) =>
        Cut(text, style, width, kept => text[..Whole(text, kept)].TrimEnd() + Ellipsis);

    /// <summary>The text, cut in its middle until it fits: models of one owner often differ in their last letters only.</summary>
    public string CutMiddle(string text, TextStyle style, float width) => Cut(text, style, width, kept =>
    {
        int tail = kept / 2;
        return text[..Whole(text, kept - tail)] + Ellipsis + text[WholeFrom(text, text.Length - tail)..];
    });

    /// <summary>The text on as many lines as it needs, or on the most allowed with an ellipsis at the end.</summary>
    public IReadOnlyList<string> Wrap(string text, TextStyle style, float width, int mostLines)
    {
        List<string> lines = [];
        string rest = text;
        while (rest.Length > 0 && lines.Count < mostLines - 1 && Width(rest, style) > width)
        {
            int end = BreakOf(rest, style, width);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        if (rest.Length > 0)
            lines.Add(CutEnd(rest, style, width));
        return lines;
    }

    public void Draw(SKCanvas canvas, string text, TextStyle style, SKPoint start, SKColor? halo)
    {
        SKFont font = Font(style);
        using SKPaint paint = new() { IsAntialias = true, Color = style.Color };
        if (halo is { } around)
        {
            using SKPaint edge = new()
            {
                IsAntialias = true,
                Color = around,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = 8,
                StrokeJoin = SKStrokeJoin.Round,
            };
            canvas.DrawText(text, start, SKTextAlign.Left, font, edge);
        }
        canvas.DrawText(text, start, SKTextAlign.Left, font, paint);
    }

    public void Dispose()
    {
        foreach (SKFont font in _fonts.Values)
            font.Dispose();
        _fonts.Clear();
    }

    private SKFont Font(TextStyle style)
    {
        (float, bool) key = (style.Size, style.Bold);
        if (_fonts.TryGetValue(key, out SKFont? font))
            return font;
        font = new(style.Bold ? ChartFonts.Bold : ChartFonts.Regular, style.Size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
        };
        _fonts.Add(key, font);
        return font;
    }

    private string Cut(string text, TextStyle style, float width, Func<int, string> keeping)
    {
        if (Width(text, style) <= width)
            return text;
        int fits = 0;
        int tooMany = text.Length;
        while (tooMany - fits > 1)
        {
            int middle = (fits + tooMany) / 2;
            if (Width(keeping(middle), style) <= width)
                fits = middle;
            else
                tooMany = middle;
        }
        return keeping(fits);
    }

    // At a blank where there is one, else in the middle of the word.
    private int BreakOf(string text, TextStyle style, float width)
    {
        int fits = Math.Max(1, Font(style).BreakText(text, width));
        int blank = text.LastIndexOf(' ', Math.Min(fits, text.Length - 1));
        return blank > 0 ? blank : Math.Max(1, Whole(text, fits));
    }

    private static int Whole(string text, int end) =>
        end > 0 && end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;

    private static int WholeFrom(string text, int start) =>
        start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start;
}
