using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>The names of the lines, in a column right of the data in the order of their ends; a stroke in the line's colour leads from end to name.</summary>
internal sealed class NavNames(ChartTheme theme, Sheet sheet, IReadOnlyList<NavStroke> strokes)
{
    private const float LeaderWidth = 44;
    private const float LeaderGap = 8;
    private const float WidestName = 330;

    private readonly string[] _texts = [.. strokes.Select(stroke => TextOf(theme, sheet, stroke))];

    /// <summary>How much of the picture's width the column takes.</summary>
    public float Width => LeaderWidth + LeaderGap + strokes.Select((stroke, i) => sheet.Lettering.Width(_texts[i], StyleOf(stroke))).Max();

    public void Write(DataPlane plane, double lastDay)
    {
        float line = theme.TextSize * theme.LineSpacing;
        int[] order = [.. Enumerable.Range(0, strokes.Count).OrderByDescending(i => strokes[i].End)];
        float[] ends = [.. order.Select(i => plane.At(lastDay, strokes[i].End).Y)];
        float[] places = Apart(ends, line, plane.Area.Top + line / 2, plane.Area.Bottom - line / 2);
        for (int k = 0; k < order.Length; k++)
        {
            NavStroke stroke = strokes[order[k]];
            SKPoint from = plane.At(lastDay, stroke.End);
            SKPoint to = new(from.X + LeaderWidth, places[k]);
            sheet.Mark(canvas => Lead(canvas, from, to, stroke.Color));
            sheet.Write(_texts[order[k]], StyleOf(stroke), TextRole.Label, to.X + LeaderGap, places[k] - theme.TextSize * 0.43f);
        }
    }

    /// <summary>Moves places, ascending, apart by as little as it takes: each group of neighbours that touch stays around the middle of its wishes.</summary>
    internal static float[] Apart(float[] wishes, float distance, float top, float bottom)
    {
        List<(float Middle, int Count)> groups = [];
        foreach (float wish in wishes)
        {
            (float middle, int count) = (Within(wish, 1), 1);
            while (groups.Count > 0 && groups[^1].Middle + distance * (groups[^1].Count + count) / 2 > middle)
            {
                (float before, int many) = groups[^1];
                groups.RemoveAt(groups.Count - 1);
                middle = (before * many + middle * count) / (many + count);
                count += many;
                middle = Within(middle, count);
            }
            groups.Add((middle, count));
        }
        return [.. groups.SelectMany(group => Enumerable.Range(0, group.Count).Select(i => group.Middle + distance * (i - (group.Count - 1) / 2f)))];

        float Within(float middle, int count)
        {
            float half = distance * (count - 1) / 2;
            return Math.Max(top + half, Math.Min(bottom - half, middle));
        }
    }

    private static string TextOf(ChartTheme theme, Sheet sheet, NavStroke stroke)
    {
        string gain = PercentText.Of(stroke.End, Math.Abs(stroke.End) < 1 ? 1 : 0, signed: true);
        TextStyle style = stroke.Line.IsMain ? theme.Strong : theme.Text;
        return $"{gain} {sheet.Lettering.CutEnd(Wording.Clean(stroke.Line.Label), style, WidestName)}";
    }

    private TextStyle StyleOf(NavStroke stroke) => stroke.Line.IsMain ? theme.Strong : theme.Text;

    private void Lead(SKCanvas canvas, SKPoint from, SKPoint to, SKColor color)
    {
        using SKPaint paint = new() { IsAntialias = true, Color = color, StrokeWidth = theme.BorderWidth, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(from, to, paint);
    }
}
