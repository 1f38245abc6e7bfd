using ScottPlot;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// Draws where the risk comes from: for each model a light striped bar (its share of the fund) and a dark full one (its share of the risk),
/// with the numbers beside them in columns.
/// </summary>
internal sealed class ContributionChart(ChartTheme theme)
{
    private const float LongestName = 270;
    private const float Gap = 18;
    private const double BarThickness = 0.36;

    public ChartPicture Draw(ContributionPlot plot)
    {
        Check(plot);
        using Sheet sheet = new(theme, plot.Frame);
        IReadOnlyList<ContributionRow> rows = ContributionRows.Of(plot);
        string[] names = [.. rows.Select(r => sheet.Lettering.CutMiddle(r.Name, theme.Strong, LongestName))];
        ContributionColumns columns = ContributionColumns.Of(plot, theme, sheet, rows, names, Gap);
        AxisSpan shares = AxisSpan.Of([0, .. rows.Where(r => r.HasBars).SelectMany(r => (double[])[r.Weight, r.Contribution])]).AtLeast(0.01).Grown(0, 0.02);
        using DataPlane plane = new(theme, columns.Bars, shares, new(0, rows.Count));
        Bars(plane.Plot, rows);
        ScottPlot.Plottables.VerticalLine zero = plane.Plot.Add.VerticalLine(0);
        zero.LineColor = theme.QuietInk.ToPlotColor();
        zero.LineWidth = 3;
        plane.HideFrame();
        columns.WriteHeadings(theme, sheet, Swatch);
        for (int i = 0; i < rows.Count; i++)
            columns.WriteRow(theme, sheet, rows[i], names[i], plane.At(0, rows.Count - i - 0.5).Y);
        return sheet.Finish(plane.Render);
    }

    private void Bars(Plot plot, IReadOnlyList<ContributionRow> rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (!rows[i].HasBars)
                continue;
            double middle = rows.Count - i - 0.5;
            Bar fund = BarAt(middle + (BarThickness / 2), rows[i].Weight, theme.Paper);
            fund.FillHatch = new ScottPlot.Hatches.Striped(ScottPlot.Hatches.StripeDirection.DiagonalUp);
            fund.FillHatchColor = theme.SkyBlue.ToPlotColor();
            Bar risk = BarAt(middle - (BarThickness / 2), rows[i].Contribution, theme.Blue);
            plot.Add.Bars((Bar[])[fund, risk]).Horizontal = true;
        }
    }

    private Bar BarAt(double position, double value, SKColor fill) => new()
    {
        Position = position,
        Value = value,
        Size = BarThickness,
        FillColor = fill.ToPlotColor(),
        LineColor = theme.Blue.ToPlotColor(),
        LineWidth = 2,
        Orientation = Orientation.Horizontal,
    };

    // The headings carry a small bar each, so no legend is needed.
    private void Swatch(SKCanvas canvas, SKRect box, bool isFund)
    {
        if (isFund)
            Hatch.Draw(canvas, box, theme.Paper, theme.SkyBlue, width: 4);
        using SKPaint fill = new() { Color = isFund ? SKColors.Transparent : theme.Blue };
        canvas.DrawRect(box, fill);
        using SKPaint edge = new() { IsAntialias = true, Color = theme.Blue, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        canvas.DrawRect(box, edge);
    }

    private static void Check(ContributionPlot plot)
    {
        if (plot.Bars.Count == 0)
            throw new ArgumentException("A picture of contributions needs at least one model.", nameof(plot));
        if (!plot.Bars.All(b => double.IsFinite(b.Weight) && double.IsFinite(b.Contribution) && double.IsFinite(b.OwnLoss)))
            throw new ArgumentException("A contribution of the plot is not a number.", nameof(plot));
    }
}
