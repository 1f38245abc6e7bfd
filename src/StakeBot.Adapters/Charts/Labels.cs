using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>Puts labels beside their points on a sheet.</summary>
internal sealed class Labels(ChartTheme theme, Sheet sheet, SKRect bounds)
{
    private const float LineSpacing = 1.1f;

    public LabelPlacer Placer { get; } = new(bounds);

    /// <summary>Writes the label where there is room; says whether there was.</summary>
    public bool Add(LabelRequest request)
    {
        string[] lines = request.Text.Split('\n');
        float height = request.Style.Size * (1 + ((lines.Length - 1) * LineSpacing));
        if (Placer.Place(request, new(lines.Max(l => sheet.Lettering.Width(l, request.Style)), height)) is not { } spot)
            return false;
        if (spot.Leader is { } leader)
            sheet.Mark(canvas => Lead(canvas, leader, request.Style.Color));
        for (int i = 0; i < lines.Length; i++)
            sheet.Write(lines[i], request.Style, TextRole.Label, spot.Box.Left, spot.Box.Top + (i * LineSpacing * request.Style.Size));
        return true;
    }

    private void Lead(SKCanvas canvas, Segment leader, SKColor color)
    {
        using SKPaint paint = new() { IsAntialias = true, Color = color, StrokeWidth = theme.BorderWidth - 1, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(leader.From, leader.To, paint);
    }
}
