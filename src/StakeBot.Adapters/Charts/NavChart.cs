using ScottPlot;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>Draws the values of several funds over time, as gain since the start; each line is named at its end.</summary>
internal sealed class NavChart(ChartTheme theme)
{
    // More names than this do not stand below one another.
    private const int MostLines = 10;

    // Lines that did not move still get an axis.
    private const double SmallestSpan = 0.01;

    // Colour and dashes both tell the lines apart.
    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.DenselyDashed, LinePattern.Dotted];

    public ChartPicture Draw(NavPlot plot)
    {
        Check(plot);
        using Sheet sheet = new(theme, plot.Frame);
        IReadOnlyList<NavStroke> strokes = Strokes(plot);
        AxisSpan gain = AxisSpan.Of(plot.Lines.SelectMany(line => line.Values).Append(1)).AtLeast(SmallestSpan).Grown(0.06, 0.06);
        gain = new AxisSpan(gain.Min - 1, gain.Max - 1);
        IReadOnlyList<Tick> left = PercentTicks.Of(gain, most: 6, signed: true);
        NavNames names = new(theme, sheet, strokes);
        SKRect room = AxisTitles.Room(theme, sheet, left, hasBottomName: false);
        SKRect area = new(room.Left, room.Top, room.Right - names.Width, room.Bottom);
        AxisTitles.WriteLeft(theme, sheet, "↑ Gain since the start, % of the fund");
        using DataPlane plane = new(theme, area, DaySpan(plot.Days), gain);
        plane.LeftTicks(sheet, left);
        plane.BottomTicks(sheet, DateTicks.Of(plot.Days[0], plot.Days[^1], most: 5));
        DrawStart(plane.Plot);
        foreach (NavStroke stroke in strokes.OrderBy(stroke => stroke.Line.IsMain))
            DrawLine(plane.Plot, plot.Days, stroke);
        names.Write(plane, plot.Days[^1].DayNumber);
        return sheet.Finish(plane.Render);
    }

    private static AxisSpan DaySpan(IReadOnlyList<DateOnly> days) => new AxisSpan(days[0].DayNumber, days[^1].DayNumber).AtLeast(2);

    private List<NavStroke> Strokes(NavPlot plot)
    {
        SKColor[] colors = [theme.Blue, theme.Orange, theme.Green, theme.Purple, theme.SkyBlue, theme.Vermillion];
        List<NavStroke> strokes = [];
        bool hasOneMain = plot.Lines.Count(line => line.IsMain) == 1;
        foreach (NavLine line in plot.Lines)
        {
            bool stands = hasOneMain && line.IsMain;
            int k = strokes.Count(stroke => stroke.Color != theme.Ink);
            strokes.Add(new NavStroke(
                line,
                stands ? theme.Ink : colors[k % colors.Length],
                stands ? LinePattern.Solid : Patterns[k % Patterns.Length],
                line.IsMain ? theme.LineWidth : theme.LineWidth - 1));
        }
        return strokes;
    }

    private void DrawStart(Plot plot)
    {
        ScottPlot.Plottables.HorizontalLine start = plot.Add.HorizontalLine(0);
        start.LineColor = theme.QuietInk.ToPlotColor();
        start.LineWidth = 2;
    }

    private static void DrawLine(Plot plot, IReadOnlyList<DateOnly> days, NavStroke stroke)
    {
        ScottPlot.Plottables.Scatter curve = plot.Add.ScatterLine(
            days.Select((day, i) => new Coordinates(day.DayNumber, stroke.Line.Values[i] - 1)).ToArray());
        curve.LineColor = stroke.Color.ToPlotColor();
        curve.LineWidth = stroke.Width;
        curve.LinePattern = stroke.Pattern;
    }

    private static void Check(NavPlot plot)
    {
        if (plot.Lines.Count is 0 or > MostLines)
            throw new ArgumentException($"1 to {MostLines} lines can be drawn, not {plot.Lines.Count}.", nameof(plot));
        if (plot.Days.Count == 0 || plot.Lines.Any(line => line.Values.Count != plot.Days.Count))
            throw new ArgumentException("A line needs as many values as there are days, and at least one.", nameof(plot));
        if (!plot.Lines.SelectMany(line => line.Values).All(double.IsFinite))
            throw new ArgumentException("A value is not a number.", nameof(plot));
        if (plot.Days.Zip(plot.Days.Skip(1)).Any(pair => pair.First > pair.Second))
            throw new ArgumentException("The days are not in the order of time.", nameof(plot));
    }
}
