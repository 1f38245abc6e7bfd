using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// Which corner portfolios get a mark. Where they crowd, one mark stands for those nearer than two marks; the last corner always has its own.
/// </summary>
internal static class FrontierCorners
{
    public const float Size = 13;

    public static IReadOnlyList<FrontierPoint> Of(DataPlane plane, IReadOnlyList<FrontierPoint> line)
    {
        List<FrontierPoint> marked = [];
        foreach (FrontierPoint corner in line.Where(p => p.IsCorner).Reverse())
        {
            if (marked.Count == 0 || SKPoint.Distance(Pixel(plane, marked[^1]), Pixel(plane, corner)) >= 2 * Size)
                marked.Add(corner);
        }
        return marked;
    }

    private static SKPoint Pixel(DataPlane plane, FrontierPoint point) => plane.At(point.Risk, point.Return);
}
