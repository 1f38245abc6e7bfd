using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>The words beside the lines and points of a frontier, the important ones first; models get what room is left.</summary>
internal sealed class FrontierLabels(ChartTheme theme, Sheet sheet, DataPlane plane, float referenceRadius, float modelRadius)
{
    private const float Air = 5;
    private const float LongestName = 250;
    private const float SamePlace = 8;
    private const float NoteClearance = 14;

    // Where along a line its name may stand.
    private static readonly float[] PlacesOnLine = [0.62f, 0.5f, 0.75f, 0.38f, 0.87f, 0.25f];

    private readonly Labels _labels = new(theme, sheet, plane.Area);

    public void Write(FrontierPlot plot, FrontierView view)
    {
        IReadOnlyList<SKPoint> line = PixelsOf(plot.Line);
        IReadOnlyList<SKPoint> capped = PixelsOf(plot.CappedLine);
        _labels.Placer.Avoid(line);
        _labels.Placer.Avoid(capped);
        foreach (FrontierPoint corner in FrontierCorners.Of(plane, plot.Line).Concat(FrontierCorners.Of(plane, plot.CappedLine)))
            _labels.Placer.KeepOff(At(corner), FrontierCorners.Size / 2);
        foreach (RiskReturnPoint model in view.Inside)
            _labels.Placer.KeepOff(At(model), modelRadius + 2);
        WriteReferences(plot);
        WriteLine("Frontier", line, theme.Blue, Sides.AboveLeftFirst);
        WriteLineEnd(plot.Line, view);
        WriteCapped(plot.CappedLine, capped);
        WriteOutside(view.Outside);
        WriteBand(plot);
        WriteModels(plot, view);
    }

    // Portfolios at the same place share a label.
    private void WriteReferences(FrontierPlot plot)
    {
        List<(SKPoint At, string Text, bool IsYou)> places = [];
        AddReference(places, plot.You, isYou: true);
        AddReference(places, plot.LeastRisk, isYou: false);
        AddReference(places, plot.BestRatio, isYou: false);
        foreach ((SKPoint at, _, _) in places)
            _labels.Placer.KeepOff(at, referenceRadius + 2);
        foreach ((SKPoint at, string text, bool isYou) in places)
            _labels.Add(new(text, theme.Strong, [at], referenceRadius + Air, isYou ? Sides.RightFirst : Sides.AboveLeftFirst, Required: true));
    }

    private void AddReference(List<(SKPoint At, string Text, bool IsYou)> places, RiskReturnPoint? point, bool isYou)
    {
        if (point is null)
            return;
        SKPoint at = At(point);
        string name = Name(point.Label, theme.Strong);
        int same = places.FindIndex(p => SKPoint.Distance(p.At, at) <= SamePlace);
        if (same < 0)
            places.Add((at, name, isYou));
        else
            places[same] = places[same] with { Text = $"{places[same].Text} = {name}" };
    }

    private void WriteOutside(int outside)
    {
        if (outside == 0)
            return;
        string note = outside == 1 ? "1 model outside the picture" : $"{outside} models outside the picture";
        SKRect area = plane.Area;
        SKPoint[] places = [new(area.Right, area.Bottom), new(area.Right, area.Top), new(area.Left, area.Top), new(area.Left, area.Bottom), new(area.MidX, area.Bottom)];
        _labels.Add(new(note, theme.Quiet, places, NoteClearance, Sides.Inwards, Required: true) { HasLeader = false });
    }

    private void WriteLineEnd(IReadOnlyList<FrontierPoint> line, FrontierView view)
    {
        if (view.LineLeavesAt is not { } end)
            return;
        string note = $"goes on to {PercentText.Of(line[^1].Risk, 1)} risk →";
        SKPoint edge = At(end) with { X = plane.Area.Right };
        _labels.Add(new(note, theme.Text with { Color = theme.Blue }, [edge], NoteClearance, Sides.Inwards, Required: true) { HasLeader = false });
    }

    private void WriteLine(string name, IReadOnlyList<SKPoint> line, SKColor color, IReadOnlyList<Side> sides)
    {
        if (line.Count < 2)
            return;
        SKPoint[] anchors = [.. PlacesOnLine.Select(share => Polyline.At(line, share)).Where(p => plane.Area.Contains(p))];
        if (anchors.Length > 0)
            _labels.Add(new(name, new(theme.TextSize, Bold: true, color), anchors, theme.LineWidth + Air, sides, Required: true));
    }

    // What stays idle is said once when it is the same all along, else at both ends. Caps that all bind leave a point, not a line.
    private void WriteCapped(IReadOnlyList<FrontierPoint> capped, IReadOnlyList<SKPoint> pixels)
    {
        if (capped.Count == 0)
            return;
        TextStyle style = new(theme.TextSize, Bold: true, theme.Alarm);
        string low = Idle(capped[0]);
        string high = Idle(capped[^1]);
        string name = low != high || low == NothingIdle ? "With caps" : $"With caps ({low})";
        if (SKPoint.Distance(pixels[0], pixels[^1]) <= SamePlace)
        {
            _labels.Add(new(name, style, [pixels[0]], CornerClearance, Sides.BelowFirst, Required: true));
            return;
        }
        WriteLine(name, pixels, theme.Alarm, Sides.BelowRightFirst);
        if (low == high)
            return;
        _labels.Add(new(high, style, [pixels[^1]], CornerClearance, Sides.RightFirst, Required: true));
        _labels.Add(new(low, style, [pixels[0]], CornerClearance, Sides.BelowFirst, Required: true));
    }

    private static string NothingIdle { get; } = Idle(new(0, 0, IsCorner: false, Idle: 0));

    private static string Idle(FrontierPoint point) => $"idle {PercentText.Of(point.Idle, 0)}";

    private void WriteModels(FrontierPlot plot, FrontierView view)
    {
        SKPoint[] references = [.. new[] { plot.You, plot.LeastRisk, plot.BestRatio }.OfType<RiskReturnPoint>().Select(At)];
        foreach (RiskReturnPoint model in ModelOrder.Of(view.Inside, plot.Line, view))
        {
            SKPoint at = At(model);
            float radius = Array.Exists(references, r => SKPoint.Distance(r, at) <= SamePlace) ? referenceRadius : modelRadius;
            _labels.Add(new(Name(model.Label, theme.Quiet), theme.Quiet, [at], radius + Air, Sides.RightFirst, Required: false));
        }
    }

    private void WriteBand(FrontierPlot plot)
    {
        if (plot.Band.Count < 2)
            return;
        SKPoint[] high = [.. plot.Band.Select((b, i) => plane.At(b.High, plot.Line[i].Return))];
        SKPoint[] low = [.. plot.Band.Select((b, i) => plane.At(b.Low, plot.Line[i].Return))];
        IEnumerable<SKPoint> anchors = PlacesOnLine.Select(share => Polyline.At(high, share)).Concat(PlacesOnLine.Select(share => Polyline.At(low, share)));
        TextStyle style = theme.Text with { Color = theme.Blue };
        _labels.Add(new(Wording.Clean(plot.BandName), style, [.. anchors.Where(p => plane.Area.Contains(p))], Air, Sides.RightFirst, Required: false) { HasLeader = false });
    }

    private float CornerClearance => theme.LineWidth + (2 * Air);

    private string Name(string name, TextStyle style) =>
        sheet.Lettering.CutMiddle(Wording.Clean(name, otherwise: "(no name)"), style, LongestName);

    private SKPoint At(RiskReturnPoint point) => plane.At(point.Risk, point.Return);

    private SKPoint At(FrontierPoint point) => plane.At(point.Risk, point.Return);

    private IReadOnlyList<SKPoint> PixelsOf(IReadOnlyList<FrontierPoint> line) => [.. line.Select(At)];
}
