using System.Globalization;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>The words on a drawdown: its worst point first, then how it ended, where it began, the alert, and where it stands.</summary>
internal sealed class DrawdownLabels(ChartTheme theme, Sheet sheet, DataPlane plane, DrawdownPlot plot)
{
    private const float NowAir = 34;

    // Where along its line the alert may be named.
    private static readonly float[] AlertPlaces = [0.12f, 0.88f, 0.5f, 0.3f, 0.7f];

    private readonly Labels _labels = new(theme, sheet, plane.Area);

    // Within a year a day and a month are enough: the axis has the years.
    private readonly string _dayFormat = plot.Days[^1].DayNumber - plot.Days[0].DayNumber <= 366 ? "d MMM" : "d MMM yyyy";

    /// <summary>The width of what stands at the end of the line, with its air.</summary>
    public static float WidthOfNow(ChartTheme theme, Sheet sheet, DrawdownPlot plot) =>
        sheet.Lettering.Width(Now(plot), theme.Strong) + NowAir;

    public void Write(float markRadius)
    {
        _labels.Placer.Avoid(Polyline.Thinned([.. Enumerable.Range(0, plot.Days.Count).Select(At)]));
        AvoidLevel(0);
        if (plot.AlertAt is { } alert)
            AvoidLevel(alert);
        if (!plot.HasFallen || Last != plot.Trough)
            Add($"now\n{Now(plot)}", theme.Strong, Last, Sides.RightFirst, markRadius);
        if (plot.HasFallen)
            WriteWorst(markRadius);
        if (plot.AlertAt is { } level)
            WriteAlert(level);
    }

    private static string Now(DrawdownPlot plot) => PercentText.Of(plot.UnderWater[^1], 1);

    private int Last => plot.Days.Count - 1;

    private void AvoidLevel(double share)
    {
        float y = plane.At(0, share).Y;
        _labels.Placer.Avoid([new(plane.Area.Left, y), new(plane.Area.Right, y)]);
    }

    private void WriteWorst(float markRadius)
    {
        int[] marked = plot.Recovery is { } end ? [plot.Peak, plot.Trough, end] : [plot.Peak, plot.Trough];
        foreach (int i in marked)
            _labels.Placer.KeepOff(At(i), markRadius);
        Add($"worst {PercentText.Of(plot.UnderWater[plot.Trough], 1)}, {WhenWorst()}", theme.Strong, plot.Trough, Sides.BelowFirst, markRadius);
        if (plot.Recovery is { } recovery)
            Add($"recovered {Day(recovery)}", theme.Text, recovery, Sides.AboveFirst, markRadius);
        Add($"peak {Day(plot.Peak)}", theme.Text, plot.Peak, Sides.AboveFirst, markRadius);
    }

    private string WhenWorst() =>
        plot.Trough == Last ? "now" : plot.Recovery is null ? $"{Day(plot.Trough)}, not recovered" : Day(plot.Trough);

    private void WriteAlert(double alert)
    {
        float y = plane.At(0, alert).Y;
        SKPoint[] anchors = [.. AlertPlaces.Select(share => new SKPoint(plane.Area.Left + (share * plane.Area.Width), y))];
        TextStyle style = theme.Strong with { Color = theme.Alarm };
        _labels.Add(new($"alert {PercentText.Of(alert, 1)}", style, anchors, Clearance: 6, [Side.Below, Side.Above], Required: true));
    }

    private void Add(string text, TextStyle style, int i, IReadOnlyList<Side> sides, float markRadius) =>
        _labels.Add(new(text, style, [At(i)], markRadius + 6, sides, Required: true));

    private SKPoint At(int i) => plane.At(plot.Days[i].DayNumber, plot.UnderWater[i]);

    private string Day(int i) => plot.Days[i].ToString(_dayFormat, CultureInfo.InvariantCulture);
}
