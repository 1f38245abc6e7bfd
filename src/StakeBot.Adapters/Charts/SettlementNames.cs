using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>The words of a fan: in a column right of it what each line ends at, and on it where the worst case leaves the picture.</summary>
internal sealed class SettlementNames(ChartTheme theme, Sheet sheet, SettlementPlot plot)
{
    private const float LeaderWidth = 40;
    private const float LeaderGap = 8;

    private readonly (string Text, double End, TextStyle Style, SKColor Lead)[] _names =
    [
        ($"{Percent(plot.Points[^1].High)} high", plot.Points[^1].High, theme.Text, theme.SkyBlue),
        ($"{Percent(plot.Points[^1].Expected)} expected", plot.Points[^1].Expected, theme.Strong, theme.Ink),
        ($"{Percent(plot.Points[^1].Low)} low", plot.Points[^1].Low, theme.Text, theme.SkyBlue),
        ($"{Percent(plot.Points[^1].Bad)} bad", plot.Points[^1].Bad, theme.Strong with { Color = theme.Alarm }, theme.Vermillion),
    ];

    /// <summary>How much of the picture's width the column takes.</summary>
    public float Width => LeaderWidth + LeaderGap + _names.Max(name => sheet.Lettering.Width(name.Text, name.Style));

    public void Write(DataPlane plane)
    {
        float line = theme.TextSize * theme.LineSpacing;
        double last = plot.Points[^1].Day.DayNumber;
        float[] places = NavNames.Apart([.. _names.Select(name => plane.At(last, name.End).Y)], line, plane.Area.Top + line / 2, plane.Area.Bottom - line / 2);
        for (int k = 0; k < _names.Length; k++)
        {
            (string text, double end, TextStyle style, SKColor color) = _names[k];
            SKPoint from = plane.At(last, end);
            SKPoint to = new(from.X + LeaderWidth, places[k]);
            sheet.Mark(canvas => Lead(canvas, from, to, color));
            sheet.Write(text, style, TextRole.Label, to.X + LeaderGap, places[k] - theme.TextSize * 0.43f);
        }
        WriteInside(plane);
    }

    private void WriteInside(DataPlane plane)
    {
        Labels labels = new(theme, sheet, plane.Area);
        foreach (Func<SettlementPoint, double> value in (Func<SettlementPoint, double>[])[point => point.Expected, point => point.Low, point => point.High, point => point.Bad, point => point.Worst])
            labels.Placer.Avoid(Polyline.Thinned([.. plot.Points.Select(point => plane.At(point.Day.DayNumber, value(point)))]));
        SKPoint corner = new(plane.Area.Left + plane.Area.Width * 0.12f, plane.Area.Bottom - theme.TextSize * 1.6f);
        labels.Add(new(
            $"worst the rules allow: {Percent(plot.Points[^1].Worst)}",
            theme.Strong with { Color = theme.Alarm },
            [corner],
            Clearance: 4,
            Sides.RightFirst,
            Required: true)
        {
            HasLeader = false,
        });
        SKPoint top = new(plane.Area.Left + plane.Area.Width * 0.04f, plane.Area.Top + theme.TextSize);
        labels.Add(new(
            $"shaded: 90 % and half of outcomes\ndashed: {Wording.Clean(plot.BadName)}", theme.Quiet, [top], Clearance: 4, Sides.RightFirst, Required: true)
        {
            HasLeader = false,
        });
    }

    private static string Percent(double share) => PercentText.Of(share, 1, signed: true);

    private void Lead(SKCanvas canvas, SKPoint from, SKPoint to, SKColor color)
    {
        using SKPaint paint = new() { IsAntialias = true, Color = color, StrokeWidth = theme.BorderWidth, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(from, to, paint);
    }
}
