using ScottPlot;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>Draws the efficient frontier: risk to the right, return upwards.</summary>
internal sealed class FrontierChart(ChartTheme theme)
{
    private const float ModelSize = 16;
    private const float ReferenceSize = 26;

    public ChartPicture Draw(FrontierPlot plot)
    {
        Check(plot);
        using Sheet sheet = new(theme, plot.Frame);
        FrontierView view = FrontierView.Of(plot);
        IReadOnlyList<Tick> left = PercentTicks.Of(view.Return, most: 6, signed: true);
        SKRect area = AxisTitles.Room(theme, sheet, left, hasBottomName: true);
        AxisTitles.WriteLeft(theme, sheet, $"↑ {Wording.Clean(plot.ReturnAxis)}");
        AxisTitles.WriteBottom(theme, sheet, area, Wording.Clean(plot.RiskAxis));
        using DataPlane plane = new(theme, area, view.Risk, view.Return);
        plane.LeftTicks(sheet, left);
        plane.BottomTicks(sheet, PercentTicks.Of(view.Risk, most: 7, signed: false));
        DrawBand(plane.Plot, plot);
        DrawLine(plane, plot.Line, theme.Blue, LinePattern.Solid, MarkerShape.FilledSquare);
        DrawLine(plane, plot.CappedLine, theme.Vermillion, LinePattern.Dashed, MarkerShape.OpenSquare);
        DrawModels(plane.Plot, view.Inside);
        DrawReferences(plane.Plot, plot);
        new FrontierLabels(theme, sheet, plane, ReferenceSize / 2, ModelSize / 2).Write(plot, view);
        return sheet.Finish(plane.Render);
    }

    private void DrawBand(Plot plot, FrontierPlot frontier)
    {
        if (frontier.Band.Count < 2)
            return;
        List<Coordinates> edge = [.. frontier.Band.Select((b, i) => new Coordinates(b.Low, frontier.Line[i].Return))];
        edge.AddRange(frontier.Band.Select((b, i) => new Coordinates(b.High, frontier.Line[i].Return)).Reverse());
        ScottPlot.Plottables.Polygon band = plot.Add.Polygon([.. edge]);
        band.FillColor = theme.SkyBlue.WithAlpha(0x48).ToPlotColor();
        band.LineWidth = 0;
    }

    private void DrawLine(DataPlane plane, IReadOnlyList<FrontierPoint> line, SKColor color, LinePattern pattern, MarkerShape corner)
    {
        if (line.Count == 0)
            return;
        ScottPlot.Plottables.Scatter curve = plane.Plot.Add.ScatterLine(line.Select(p => new Coordinates(p.Risk, p.Return)).ToArray());
        curve.LineColor = color.ToPlotColor();
        curve.LineWidth = theme.LineWidth;
        curve.LinePattern = pattern;
        Coordinates[] corners = [.. FrontierCorners.Of(plane, line).Select(c => new Coordinates(c.Risk, c.Return))];
        if (corners.Length == 0)
            return;
        ScottPlot.Plottables.Markers marks = plane.Plot.Add.Markers(corners, corner, FrontierCorners.Size);
        marks.MarkerFillColor = color.ToPlotColor();
        marks.MarkerLineColor = color.ToPlotColor();
        marks.MarkerLineWidth = 3;
    }

    private void DrawModels(Plot plot, IReadOnlyList<RiskReturnPoint> models)
    {
        if (models.Count == 0)
            return;
        ScottPlot.Plottables.Markers marks = plot.Add.Markers(models.Select(Place).ToArray(), MarkerShape.OpenCircle, ModelSize);
        marks.MarkerLineColor = theme.QuietInk.ToPlotColor();
        marks.MarkerLineWidth = 3;
    }

    private void DrawReferences(Plot plot, FrontierPlot frontier)
    {
        if (frontier.BestRatio is { } best)
            Mark(plot, best, MarkerShape.FilledTriangleUp, theme.Orange, ReferenceSize);
        Mark(plot, frontier.LeastRisk, MarkerShape.FilledDiamond, theme.Green, ReferenceSize);
        if (frontier.You is { } you)
        {
            Mark(plot, you, MarkerShape.FilledCircle, theme.Ink, ReferenceSize);
            Mark(plot, you, MarkerShape.FilledCircle, theme.Paper, ReferenceSize / 3);
        }
    }

    private void Mark(Plot plot, RiskReturnPoint point, MarkerShape shape, SKColor color, float size)
    {
        ScottPlot.Plottables.Marker mark = plot.Add.Marker(Place(point), shape, size);
        mark.MarkerFillColor = color.ToPlotColor();
        mark.MarkerLineColor = theme.Ink.ToPlotColor();
        mark.MarkerLineWidth = color == theme.Paper ? 0 : 2;
    }

    private static Coordinates Place(RiskReturnPoint point) => new(point.Risk, point.Return);

    private static void Check(FrontierPlot plot)
    {
        if (plot.Band.Count != 0 && plot.Band.Count != plot.Line.Count)
            throw new ArgumentException("The band has another number of points than the line.", nameof(plot));
        IEnumerable<RiskReturnPoint?> points = [.. plot.Models, plot.You, plot.LeastRisk, plot.BestRatio];
        bool isFinite = points.OfType<RiskReturnPoint>().All(p => double.IsFinite(p.Risk) && double.IsFinite(p.Return))
            && plot.Line.Concat(plot.CappedLine).All(p => double.IsFinite(p.Risk) && double.IsFinite(p.Return))
            && plot.Band.All(b => double.IsFinite(b.Low) && double.IsFinite(b.High));
        if (!isFinite)
            throw new ArgumentException("A point of the plot is not a number.", nameof(plot));
    }
}
