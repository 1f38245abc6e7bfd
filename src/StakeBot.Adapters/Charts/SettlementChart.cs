using ScottPlot;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>Draws what open rounds will have paid or burned as they settle: a fan around the expectation, the bad case under it, and the worst that the rules allow.</summary>
internal sealed class SettlementChart(ChartTheme theme)
{
    // A fan without width still gets an axis.
    private const double SmallestSpan = 0.002;

    public ChartPicture Draw(SettlementPlot plot)
    {
        Check(plot);
        using Sheet sheet = new(theme, plot.Frame);
        AxisSpan gain = Span(plot);
        IReadOnlyList<Tick> left = PercentTicks.Of(gain, most: 6, signed: true);
        SettlementNames names = new(theme, sheet, plot);
        SKRect room = AxisTitles.Room(theme, sheet, left, hasBottomName: false);
        SKRect area = new(room.Left, room.Top, room.Right - names.Width, room.Bottom);
        AxisTitles.WriteLeft(theme, sheet, "↑ Paid (+) or burned (−) by that day, all open rounds together, % of the fund");
        using DataPlane plane = new(theme, area, new AxisSpan(plot.Points[0].Day.DayNumber, plot.Points[^1].Day.DayNumber).AtLeast(2), gain);
        plane.LeftTicks(sheet, left);
        plane.BottomTicks(sheet, DateTicks.Of(plot.Points[0].Day, plot.Points[^1].Day, most: 5));
        Fill(plane.Plot, plot, point => point.Low, point => point.High, 0x38);
        Fill(plane.Plot, plot, point => point.HalfLow, point => point.HalfHigh, 0x60);
        ScottPlot.Plottables.HorizontalLine zero = plane.Plot.Add.HorizontalLine(0);
        zero.LineColor = theme.QuietInk.ToPlotColor();
        zero.LineWidth = 2;
        Line(plane.Plot, plot, point => point.Worst, theme.Alarm, LinePattern.Dotted);
        Line(plane.Plot, plot, point => point.Bad, theme.Vermillion, LinePattern.Dashed);
        Line(plane.Plot, plot, point => point.Expected, theme.Ink, LinePattern.Solid);
        names.Write(plane);
        return sheet.Finish(plane.Render);
    }

    // The worst case is mostly many times the rest: it leaves the picture rather than flatten it, and is named where it does.
    private static AxisSpan Span(SettlementPlot plot) => AxisSpan
        .Of(plot.Points.SelectMany(point => new[] { point.Low, point.High, point.Bad, point.Expected, 0 }))
        .AtLeast(SmallestSpan)
        .Grown(0.14, 0.06);

    private void Fill(Plot plot, SettlementPlot settlement, Func<SettlementPoint, double> low, Func<SettlementPoint, double> high, byte alpha)
    {
        Coordinates[] lower = [.. settlement.Points.Select(point => new Coordinates(point.Day.DayNumber, low(point)))];
        Coordinates[] upper = [.. settlement.Points.Reverse().Select(point => new Coordinates(point.Day.DayNumber, high(point)))];
        ScottPlot.Plottables.Polygon band = plot.Add.Polygon([.. lower, .. upper]);
        band.FillColor = theme.SkyBlue.WithAlpha(alpha).ToPlotColor();
        band.LineWidth = 0;
    }

    private void Line(Plot plot, SettlementPlot settlement, Func<SettlementPoint, double> value, SKColor color, LinePattern pattern)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(settlement.Points.Select(point => new Coordinates(point.Day.DayNumber, value(point))).ToArray());
        line.LineColor = color.ToPlotColor();
        line.LineWidth = theme.LineWidth - 1;
        line.LinePattern = pattern;
    }

    private static void Check(SettlementPlot plot)
    {
        if (plot.Points.Count < 2)
            throw new ArgumentException("A fan needs two points: today, and a day on which something settles.", nameof(plot));
        if (plot.Points.Zip(plot.Points.Skip(1)).Any(pair => pair.First.Day > pair.Second.Day))
            throw new ArgumentException("The days are not in the order of time.", nameof(plot));
        bool isOrdered = plot.Points.All(point => point.Worst <= point.Bad && point.Bad <= point.Low && point.Low <= point.HalfLow
            && point.HalfLow <= point.Expected && point.Expected <= point.HalfHigh && point.HalfHigh <= point.High && double.IsFinite(point.Worst) && double.IsFinite(point.High));
        if (!isOrdered)
            throw new ArgumentException("Worst, bad, low, expected and high are not in their order.", nameof(plot));
    }
}
