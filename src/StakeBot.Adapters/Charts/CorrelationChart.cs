using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>Draws how models move together, as a square of coloured cells.</summary>
internal sealed class CorrelationChart(ChartTheme theme)
{
    /// <summary>Up to so many models the cells hold numbers.</summary>
    private const int MostNumbers = 12;

    // A negative correlation of note is marked, because a grey print shows only how strong it is.
    private const double NegativeOfNote = -0.1;
    private const float CellPadding = 3;

    // Smaller cells have no room for edges and marks.
    private const float SmallestEdged = 10;

    public ChartPicture Draw(CorrelationPlot plot)
    {
        Check(plot);
        using Sheet sheet = new(theme, plot.Frame);
        int n = plot.Models.Count;
        string[] names = [.. plot.Models.Select((m, i) => CorrelationLayout.NameOf(theme, sheet, m, i))];
        CorrelationLayout layout = CorrelationLayout.Of(theme, sheet, names);
        using DataPlane plane = new(theme, layout.Cells, new(0, n), new(0, n));
        plane.HideFrame();
        DrawCells(plane, plot);
        layout.WriteNames(theme, sheet, names);
        if (n > MostNumbers || !TryWriteNumbers(sheet, layout, plot))
            sheet.Mark(canvas => Negatives(canvas, layout, plot));
        new CorrelationScale(theme, sheet).Write(hasUnknown: Enumerable.Range(0, n * n).Any(i => IsUnknown(plot, i)));
        return sheet.Finish(canvas =>
        {
            plane.Render(canvas);
            Edges(canvas, layout, plot);
        });
    }

    private static void DrawCells(DataPlane plane, CorrelationPlot plot)
    {
        int n = plot.Models.Count;
        double[,] values = new double[n, n];
        for (int i = 0; i < n * n; i++)
            values[i / n, i % n] = IsDiagonal(plot, i) ? double.NaN : plot.Correlations[i];
        if (values.Cast<double>().All(double.IsNaN))
            return;
        ScottPlot.Plottables.Heatmap map = plane.Plot.Add.Heatmap(values);
        map.CellAlignment = ScottPlot.Alignment.LowerLeft;
        map.Colormap = new HeatColormap();
        map.ManualRange = new(-1, 1);
    }

    private void Edges(SKCanvas canvas, CorrelationLayout layout, CorrelationPlot plot)
    {
        int n = plot.Models.Count;
        using SKPaint diagonal = new() { Color = theme.Grid };
        using SKPaint line = new() { Color = theme.Paper, StrokeWidth = n <= MostNumbers ? 3 : 1, Style = SKPaintStyle.Stroke };
        for (int i = 0; i < n * n; i++)
        {
            SKRect cell = layout.Cell(i / n, i % n, n);
            if (IsDiagonal(plot, i))
                canvas.DrawRect(cell, diagonal);
            else if (IsUnknown(plot, i))
                Hatch.Draw(canvas, cell, theme);
            if (cell.Height >= SmallestEdged)
                canvas.DrawRect(cell, line);
        }
    }

    // With a zero before the point where there is room for it, without where not; letters grow with the cells.
    private bool TryWriteNumbers(Sheet sheet, CorrelationLayout layout, CorrelationPlot plot)
    {
        SKRect cell = layout.Cell(0, 0, plot.Models.Count);
        TextStyle style = theme.Text with { Size = Math.Clamp(cell.Height * 0.3f, theme.TextSize, theme.TitleSize) };
        foreach (bool isShort in (ReadOnlySpan<bool>)[false, true])
        {
            string[] texts = [.. plot.Correlations.Select((c, i) => IsDiagonal(plot, i) || IsUnknown(plot, i) ? "" : CorrelationText.Of(c, isShort))];
            if (style.Size > cell.Height || texts.Max(t => sheet.Lettering.Width(t, style)) + (2 * CellPadding) > cell.Width)
                continue;
            WriteNumbers(sheet, layout, plot, texts, style);
            return true;
        }
        return false;
    }

    private void WriteNumbers(Sheet sheet, CorrelationLayout layout, CorrelationPlot plot, string[] texts, TextStyle style)
    {
        int n = plot.Models.Count;
        for (int i = 0; i < texts.Length; i++)
        {
            SKRect cell = layout.Cell(i / n, i % n, n);
            TextStyle onCell = style with { Color = InkOn(Heat.Of(texts[i].Length == 0 ? 0 : plot.Correlations[i])) };
            sheet.Write(texts[i], onCell, TextRole.Cell, cell.MidX, cell.MidY - (style.Size * 0.4f), SKTextAlign.Center);
        }
    }

    private void Negatives(SKCanvas canvas, CorrelationLayout layout, CorrelationPlot plot)
    {
        int n = plot.Models.Count;
        for (int i = 0; i < n * n; i++)
        {
            if (IsDiagonal(plot, i) || !(plot.Correlations[i] <= NegativeOfNote))
                continue;
            SKRect cell = layout.Cell(i / n, i % n, n);
            if (cell.Height < SmallestEdged)
                return;
            using SKPaint paint = new() { Color = InkOn(Heat.Of(plot.Correlations[i])), StrokeWidth = 2, Style = SKPaintStyle.Stroke };
            canvas.DrawLine(cell.MidX - (cell.Width * 0.25f), cell.MidY, cell.MidX + (cell.Width * 0.25f), cell.MidY, paint);
        }
    }

    private SKColor InkOn(SKColor ground) => Contrast.Between(theme.Ink, ground) >= Contrast.Between(theme.Paper, ground) ? theme.Ink : theme.Paper;

    private static bool IsDiagonal(CorrelationPlot plot, int i) => i / plot.Models.Count == i % plot.Models.Count;

    private static bool IsUnknown(CorrelationPlot plot, int i) => !IsDiagonal(plot, i) && double.IsNaN(plot.Correlations[i]);

    private static void Check(CorrelationPlot plot)
    {
        if (plot.Models.Count == 0 || plot.Correlations.Count != plot.Models.Count * plot.Models.Count)
            throw new ArgumentException("A heat map needs at least one model and a square of values.", nameof(plot));
        if (!plot.Correlations.All(c => double.IsNaN(c) || c is >= -1.000001 and <= 1.000001))
            throw new ArgumentException("A correlation lies between −1 and 1.", nameof(plot));
    }
}
