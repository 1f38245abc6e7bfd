using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>Grey stripes: here is nothing known.</summary>
internal static class Hatch
{
    private const float Step = 9;

    public static void Draw(SKCanvas canvas, SKRect box, ChartTheme theme) => Draw(canvas, box, theme.Grid, theme.AxisLine, 2);

    public static void Draw(SKCanvas canvas, SKRect box, SKColor ground, SKColor stripes, float width)
    {
        using SKPaint fill = new() { Color = ground };
        canvas.DrawRect(box, fill);
        using SKPaint stripe = new() { IsAntialias = true, Color = stripes, Style = SKPaintStyle.Stroke, StrokeWidth = width };
        canvas.Save();
        canvas.ClipRect(box);
        for (float x = box.Left - box.Height; x < box.Right; x += Step)
            canvas.DrawLine(x, box.Bottom, x + box.Height, box.Top, stripe);
        canvas.Restore();
    }
}
