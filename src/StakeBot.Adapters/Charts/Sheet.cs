using System.Globalization;
using SkiaSharp;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// The paper of one picture: title above, footer below, and the body between them for the chart. Texts are collected and laid over the
/// data at the end, so that nothing is ever drawn over a letter.
/// </summary>
internal sealed class Sheet : IDisposable
{
    private const int MostTitleLines = 2;
    private const int MostBasisLines = 2;
    private const float BadgePadding = 14;

    private readonly ChartTheme _theme;
    private readonly ExecutionMode _mode;
    private readonly List<PlacedText> _texts = [];
    private readonly List<Action<SKCanvas>> _marks = [];

    public Sheet(ChartTheme theme, PlotFrame frame)
    {
        _theme = theme;
        _mode = frame.Mode;
        float top = WriteTitle(Wording.Clean(frame.Title));
        float bottom = WriteFooter(frame);
        Body = new(theme.Margin, top, theme.Width - theme.Margin, bottom);
    }

    public Lettering Lettering { get; } = new();

    /// <summary>Where the chart goes.</summary>
    public SKRect Body { get; }

    /// <summary>What is free of the footer's first line.</summary>
    public SKRect FooterRest { get; private set; }

    /// <summary>Writes one line that begins, is centred or ends at <paramref name="x"/>; <paramref name="top"/> is where a d begins.</summary>
    public SKRect Write(string text, TextStyle style, TextRole role, float x, float top, SKTextAlign align = SKTextAlign.Left)
    {
        if (text.Length == 0)
            return SKRect.Empty;
        float width = Lettering.Width(text, style);
        float left = align switch { SKTextAlign.Center => x - (width / 2), SKTextAlign.Right => x - width, _ => x };
        SKPoint start = new(left, top + (Lettering.Ascent * style.Size));
        SKRect box = Lettering.Box(text, style, start);
        _texts.Add(new(text, style, role, start, box));
        return box;
    }

    /// <summary>Draws something over the data and under the letters.</summary>
    public void Mark(Action<SKCanvas> draw) => _marks.Add(draw);

    /// <summary>Draws data, watermark, marks, letters and border, in this order.</summary>
    public ChartPicture Finish(Action<SKCanvas> data)
    {
        SKImageInfo info = new(_theme.Width, _theme.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using SKBitmap bitmap = new(info);
        using (SKCanvas canvas = new(bitmap))
        {
            canvas.Clear(_theme.Paper);
            data(canvas);
            if (_mode != ExecutionMode.Live)
                Watermark(canvas);
            foreach (Action<SKCanvas> mark in _marks)
                mark(canvas);
            foreach (PlacedText text in _texts)
                Lettering.Draw(canvas, text.Text, text.Style, text.Start, text.Role == TextRole.Label ? _theme.Paper.WithAlpha(0xD8) : null);
            Border(canvas);
        }
        return new(Png.Encode(bitmap), _texts);
    }

    public void Dispose() => Lettering.Dispose();

    private float WriteTitle(string title)
    {
        float width = _theme.Width - (2 * _theme.Margin);
        TextStyle style = TitleStyle(title, width);
        float y = _theme.Margin;
        foreach (string line in Lettering.Wrap(title, style, width, MostTitleLines))
        {
            Write(line, style, TextRole.Title, _theme.Margin, y);
            y += style.Size * _theme.LineSpacing;
        }
        return y + 6;
    }

    // One line in a good size is best, then two lines in the largest size that holds the title.
    private TextStyle TitleStyle(string title, float width)
    {
        const float GoodOnOneLine = 38;
        for (float size = _theme.TitleSize; size >= GoodOnOneLine; size -= 2)
        {
            TextStyle style = new(size, Bold: true, _theme.Ink);
            if (Lettering.Width(title, style) <= width)
                return style;
        }
        for (float size = _theme.TitleSize; size > _theme.TextSize; size -= 2)
        {
            TextStyle style = new(size, Bold: true, _theme.Ink);
            IReadOnlyList<string> lines = Lettering.Wrap(title, style, width, int.MaxValue);
            if (lines.Count <= MostTitleLines)
                return style;
        }
        return new(_theme.TextSize, Bold: true, _theme.Ink);
    }

    private float WriteFooter(PlotFrame frame)
    {
        float width = _theme.Width - (2 * _theme.Margin);
        float line = _theme.TextSize * _theme.LineSpacing;
        IReadOnlyList<string> basis = Lettering.Wrap(Wording.Clean(frame.Basis), _theme.Quiet, width, MostBasisLines);
        float y = _theme.Height - _theme.Margin - (line * (basis.Count + 1)) + (line - _theme.TextSize);
        float top = y;
        SKRect badge = Write(frame.Mode.Badge, _theme.Strong, TextRole.Badge, _theme.Margin + BadgePadding, y);
        Mark(canvas => Badge(canvas, badge));
        string time = frame.DataUntil.UtcDateTime.ToString("'Data until' d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
        SKRect written = Write(time, _theme.Quiet, TextRole.Footer, badge.Right + BadgePadding + 20, y);
        FooterRest = new(written.Right + 30, y, _theme.Width - _theme.Margin, y + _theme.TextSize);
        foreach (string text in basis)
        {
            y += line;
            Write(text, _theme.Quiet, TextRole.Footer, _theme.Margin, y);
        }
        return top - 16;
    }

    private void Badge(SKCanvas canvas, SKRect text)
    {
        SKRect chip = SKRect.Create(text.Left - BadgePadding, text.Top - 3, text.Width + (2 * BadgePadding), _theme.TextSize + 4);
        using SKPaint edge = new() { IsAntialias = true, Color = _theme.Ink, Style = SKPaintStyle.Stroke, StrokeWidth = 3 };
        canvas.DrawRoundRect(chip, 8, 8, edge);
    }

    private void Watermark(SKCanvas canvas)
    {
        const float Turn = -18;
        string text = _mode.Badge;
        TextStyle style = new(100, Bold: true, _theme.Watermark);
        float size = style.Size * Math.Min(Body.Width * 0.72f / Lettering.Width(text, style), Body.Height * 0.55f / style.Size);
        style = style with { Size = size };
        canvas.Save();
        canvas.Translate(Body.MidX, Body.MidY);
        canvas.RotateDegrees(Turn);
        Lettering.Draw(canvas, text, style, new(-Lettering.Width(text, style) / 2, 0.36f * size), halo: null);
        canvas.Restore();
    }

    private void Border(SKCanvas canvas)
    {
        using SKPaint edge = new() { Color = _theme.Border, Style = SKPaintStyle.Stroke, StrokeWidth = _theme.BorderWidth };
        float half = _theme.BorderWidth / 2;
        canvas.DrawRect(new SKRect(half, half, _theme.Width - half, _theme.Height - half), edge);
    }
}
