using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>What the colours of a heat map mean, in the footer's free end.</summary>
internal sealed class CorrelationScale(ChartTheme theme, Sheet sheet)
{
    private const string Low = "−1";
    private const string High = "+1";
    private const string Unknown = "no data";
    private const float Gap = 8;
    private const float Step = 4;
    private const float SwatchWidth = 40;
    private const float WidestScale = 220;

    public void Write(bool hasUnknown)
    {
        SKRect room = sheet.FooterRest;
        float right = room.Right;
        if (hasUnknown)
        {
            SKRect text = sheet.Write(Unknown, theme.Quiet, TextRole.Axis, right, room.Top, SKTextAlign.Right);
            SKRect swatch = SKRect.Create(text.Left - Gap - SwatchWidth, room.Top + 3, SwatchWidth, room.Height - 6);
            sheet.Mark(canvas => Hatch.Draw(canvas, swatch, theme));
            right = swatch.Left - (3 * Gap);
        }
        SKRect high = sheet.Write(High, theme.Quiet, TextRole.Axis, right, room.Top, SKTextAlign.Right);
        float lowWidth = sheet.Lettering.Width(Low, theme.Quiet);
        float left = Math.Max(room.Left + lowWidth + Gap, high.Left - Gap - WidestScale);
        SKRect scale = new(left, room.Top + 3, high.Left - Gap, room.Bottom - 3);
        sheet.Write(Low, theme.Quiet, TextRole.Axis, left - Gap, room.Top, SKTextAlign.Right);
        sheet.Mark(canvas => Gradient(canvas, scale));
    }

    private void Gradient(SKCanvas canvas, SKRect scale)
    {
        using SKPaint paint = new();
        for (float x = scale.Left; x < scale.Right; x += Step)
        {
            paint.Color = Heat.Of(((x - scale.Left) / scale.Width * 2) - 1);
            canvas.DrawRect(new SKRect(x, scale.Top, Math.Min(x + Step, scale.Right), scale.Bottom), paint);
        }
        using SKPaint edge = new() { Color = theme.AxisLine, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        canvas.DrawRect(scale, edge);
    }
}
