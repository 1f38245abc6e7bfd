using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// The part of the picture that has axes: ScottPlot draws grid, frame and data there. It gets the exact place and draws no letters:
/// those are the sheet's, whose font is known and whose places are checked.
/// </summary>
internal sealed class DataPlane : IDisposable
{
    private const float TickLength = 8;

    private readonly ChartTheme _theme;
    private readonly AxisSpan _x;
    private readonly AxisSpan _y;

    public DataPlane(ChartTheme theme, SKRect area, AxisSpan x, AxisSpan y)
    {
        _theme = theme;
        _x = x;
        _y = y;
        Area = area;
        Plot.Layout.Fixed(new PixelRect(area.Left, area.Right, area.Bottom, area.Top));
        Plot.Axes.SetLimits(x.Min, x.Max, y.Min, y.Max);
        Plot.FigureBackground.Color = theme.Paper.ToPlotColor();
        Plot.DataBackground.Color = theme.Paper.ToPlotColor();
        Plot.Legend.IsVisible = false;
        Plot.Axes.Top.IsVisible = false;
        Plot.Axes.Right.IsVisible = false;
        Plot.Grid.MajorLineColor = theme.Grid.ToPlotColor();
        Plot.Grid.MajorLineWidth = 2;
        Bare(Plot.Axes.Bottom);
        Bare(Plot.Axes.Left);
    }

    public Plot Plot { get; } = new();

    public SKRect Area { get; }

    /// <summary>The pixel of a pair of values.</summary>
    public SKPoint At(double x, double y) => new(
        Area.Left + (float)((x - _x.Min) / _x.Width * Area.Width),
        Area.Bottom - (float)((y - _y.Min) / _y.Width * Area.Height));

    public void BottomTicks(Sheet sheet, IReadOnlyList<Tick> ticks)
    {
        Show(Plot.Axes.Bottom, ticks);
        foreach (Tick tick in ticks)
            sheet.Write(tick.Text, _theme.Quiet, TextRole.Axis, Centre(sheet, tick), Area.Bottom + 18, SKTextAlign.Center);
    }

    public void LeftTicks(Sheet sheet, IReadOnlyList<Tick> ticks)
    {
        Show(Plot.Axes.Left, ticks);
        foreach (Tick tick in ticks)
        {
            float top = At(_x.Min, tick.Value).Y - (_theme.TextSize * 0.43f);
            sheet.Write(tick.Text, _theme.Quiet, TextRole.Axis, Area.Left - 14, top, SKTextAlign.Right);
        }
    }

    /// <summary>Takes frame and ticks away: the data have their own edges.</summary>
    public void HideFrame()
    {
        Plot.HideGrid();
        Plot.Axes.Bottom.IsVisible = false;
        Plot.Axes.Left.IsVisible = false;
    }

    public void Render(SKCanvas canvas) => Plot.Render(canvas, _theme.Width, _theme.Height);

    public void Dispose() => Plot.Dispose();

    // A text at the end of the axis stays inside the sheet.
    private float Centre(Sheet sheet, Tick tick)
    {
        float half = sheet.Lettering.Width(tick.Text, _theme.Quiet) / 2;
        return Math.Clamp(At(tick.Value, _y.Min).X, sheet.Body.Left + half, sheet.Body.Right - half);
    }

    private void Bare(IAxis axis)
    {
        axis.TickLabelStyle.IsVisible = false;
        axis.FrameLineStyle.Color = _theme.AxisLine.ToPlotColor();
        axis.FrameLineStyle.Width = 2;
        axis.MajorTickStyle.Color = _theme.AxisLine.ToPlotColor();
        axis.MajorTickStyle.Width = 2;
        axis.MajorTickStyle.Length = TickLength;
        axis.MinorTickStyle.Length = 0;
        axis.TickGenerator = new NumericManual();
    }

    private static void Show(IAxis axis, IReadOnlyList<Tick> ticks)
    {
        NumericManual places = new();
        foreach (Tick tick in ticks)
            places.AddMajor(tick.Value, "");
        axis.TickGenerator = places;
    }
}
