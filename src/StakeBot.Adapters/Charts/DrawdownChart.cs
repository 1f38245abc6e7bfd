using ScottPlot;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>Draws the distance below the running peak over time, with its worst episode.</summary>
internal sealed class DrawdownChart(ChartTheme theme)
{
    private const float MarkSize = 24;
    private const float NowSize = 16;
    private const double LeftRoom = 0.03;

    // A line without falls still gets an axis.
    private const double SmallestDepth = 0.01;

    public ChartPicture Draw(DrawdownPlot plot)
    {
        Check(plot);
        using Sheet sheet = new(theme, plot.Frame);
        double deepest = Math.Min(plot.UnderWater.Min(), plot.AlertAt ?? 0);
        AxisSpan depth = new AxisSpan(Math.Min(deepest, -SmallestDepth), 0).Grown(0.17, 0.16);
        IReadOnlyList<Tick> left = [.. PercentTicks.Of(depth, most: 6, signed: false).Where(t => t.Value <= 0)];
        SKRect area = AxisTitles.Room(theme, sheet, left, hasBottomName: false);
        AxisTitles.WriteLeft(theme, sheet, "Below the last peak, % of the fund");
        using DataPlane plane = new(theme, area, DaySpan(plot.Days, DrawdownLabels.WidthOfNow(theme, sheet, plot) / area.Width), depth);
        plane.LeftTicks(sheet, left);
        plane.BottomTicks(sheet, DateTicks.Of(plot.Days[0], plot.Days[^1], most: 7));
        DrawWater(plane.Plot, plot);
        DrawAlert(plane.Plot, plot.AlertAt);
        Mark(plane.Plot, At(plot, plot.Days.Count - 1), MarkerShape.FilledCircle, theme.Ink, NowSize);
        if (plot.HasFallen)
            DrawWorst(plane.Plot, plot);
        new DrawdownLabels(theme, sheet, plane, plot).Write(MarkSize / 2);
        return sheet.Finish(plane.Render);
    }

    // On the right there is room for the words at the line's end.
    private static AxisSpan DaySpan(IReadOnlyList<DateOnly> days, double shareOfWords)
    {
        AxisSpan span = new AxisSpan(days[0].DayNumber, days[^1].DayNumber).AtLeast(2);
        return span.Grown(LeftRoom, (1 + LeftRoom) * shareOfWords / (1 - shareOfWords));
    }

    private static Coordinates At(DrawdownPlot plot, int i) => new(plot.Days[i].DayNumber, plot.UnderWater[i]);

    private void DrawWater(Plot plot, DrawdownPlot drawdown)
    {
        Coordinates[] line = [.. Enumerable.Range(0, drawdown.Days.Count).Select(i => At(drawdown, i))];
        Fill(plot, line, theme.SkyBlue.WithAlpha(0x40));
        if (drawdown.HasFallen)
            Fill(plot, line[drawdown.Peak..((drawdown.Recovery ?? (line.Length - 1)) + 1)], theme.SkyBlue.WithAlpha(0x70));
        ScottPlot.Plottables.Scatter curve = plot.Add.ScatterLine(line);
        curve.LineColor = theme.Blue.ToPlotColor();
        curve.LineWidth = theme.LineWidth - 1;
        ScottPlot.Plottables.HorizontalLine surface = plot.Add.HorizontalLine(0);
        surface.LineColor = theme.QuietInk.ToPlotColor();
        surface.LineWidth = 2;
    }

    private static void Fill(Plot plot, Coordinates[] line, SKColor color)
    {
        ScottPlot.Plottables.Polygon water = plot.Add.Polygon([new(line[0].X, 0), .. line, new(line[^1].X, 0)]);
        water.FillColor = color.ToPlotColor();
        water.LineWidth = 0;
    }

    private void DrawAlert(Plot plot, double? alertAt)
    {
        if (alertAt is not { } alert)
            return;
        ScottPlot.Plottables.HorizontalLine line = plot.Add.HorizontalLine(alert);
        line.LineColor = theme.Vermillion.ToPlotColor();
        line.LineWidth = theme.LineWidth - 1;
        line.LinePattern = LinePattern.Dashed;
    }

    private void DrawWorst(Plot plot, DrawdownPlot drawdown)
    {
        Mark(plot, At(drawdown, drawdown.Peak), MarkerShape.FilledTriangleDown, theme.Orange);
        Mark(plot, At(drawdown, drawdown.Trough), MarkerShape.FilledDiamond, theme.Vermillion);
        if (drawdown.Recovery is { } recovery)
            Mark(plot, At(drawdown, recovery), MarkerShape.FilledCircle, theme.Green);
    }

    private void Mark(Plot plot, Coordinates at, MarkerShape shape, SKColor color, float size = MarkSize)
    {
        ScottPlot.Plottables.Marker mark = plot.Add.Marker(at, shape, size);
        mark.MarkerFillColor = color.ToPlotColor();
        mark.MarkerLineColor = theme.Ink.ToPlotColor();
        mark.MarkerLineWidth = 2;
    }

    private static void Check(DrawdownPlot plot)
    {
        if (plot.Days.Count == 0 || plot.Days.Count != plot.UnderWater.Count)
            throw new ArgumentException("A drawdown needs as many days as values, and at least one.", nameof(plot));
        if (!plot.UnderWater.All(v => v is <= 0 and >= -1) || plot.AlertAt is not (null or (<= 0 and >= -1)))
            throw new ArgumentException("A drawdown is a share between −1 and 0.", nameof(plot));
        bool isOrdered = 0 <= plot.Peak && plot.Peak <= plot.Trough && plot.Trough <= (plot.Recovery ?? int.MaxValue)
            && Math.Max(plot.Trough, plot.Recovery ?? 0) < plot.Days.Count;
        if (!isOrdered)
            throw new ArgumentException("Peak, trough and recovery are not in the order of time.", nameof(plot));
    }
}
