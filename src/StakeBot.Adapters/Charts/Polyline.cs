using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>A line of straight pieces, in pixels.</summary>
internal static class Polyline
{
    /// <summary>The point after a share of the line's length.</summary>
    public static SKPoint At(IReadOnlyList<SKPoint> line, float share)
    {
        float length = 0;
        for (int i = 1; i < line.Count; i++)
            length += SKPoint.Distance(line[i - 1], line[i]);
        float left = length * share;
        for (int i = 1; i < line.Count; i++)
        {
            float piece = SKPoint.Distance(line[i - 1], line[i]);
            if (piece > 0 && left <= piece)
                return line[i - 1] + Scaled(line[i] - line[i - 1], left / piece);
            left -= piece;
        }
        return line[^1];
    }

    /// <summary>The line's points at every few pixels, ends included: enough to keep labels off it.</summary>
    public static IReadOnlyList<SKPoint> Thinned(IReadOnlyList<SKPoint> line)
    {
        const float Step = 4;
        List<SKPoint> kept = [];
        for (int i = 0; i < line.Count; i++)
        {
            if (kept.Count == 0 || i == line.Count - 1 || SKPoint.Distance(kept[^1], line[i]) >= Step)
                kept.Add(line[i]);
        }
        return kept;
    }

    private static SKPoint Scaled(SKPoint point, float by) => new(point.X * by, point.Y * by);
}
