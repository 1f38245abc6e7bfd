using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// Finds places for labels, one after the other, the most important first: near their points, inside the bounds, never on each other,
/// never on a marker, and on as little of the lines as can be. The same requests always get the same places.
/// </summary>
internal sealed class LabelPlacer(SKRect bounds)
{
    private const float Air = 4;
    private const float LeaderGap = 6;
    private const float CostOfAnchor = 5;
    private const float CostOfSide = 1.5f;
    private const float CostOfCrossedPixel = 0.8f;
    private const float CostOfCrossedLine = 8;
    private const float CostOfMarker = 300;
    private const float SearchStep = 14;

    // A label between two markers could belong to either; one with a line to its point less so.
    private const float Neighbourhood = 11;
    private const float CostOfNeighbour = 22;
    private const float CostOfNeighbourWithLeader = 6;

    // A label that is not required does not cover lines.
    private const float MostCrossedPixels = 8;

    // How far beyond the clearance, and what that costs.
    private static readonly (float Gap, float Cost)[] Rings = [(0, 0), (14, 8), (34, 18), (62, 32)];
    private const float WidestOptionalGap = 34;

    private readonly List<SKRect> _taken = [];
    private readonly List<SKRect> _markers = [];
    private readonly List<Segment> _lines = [];
    private readonly List<Segment> _leaders = [];

    /// <summary>A box that labels stay off.</summary>
    public void KeepOff(SKPoint centre, float radius) =>
        _markers.Add(new(centre.X - radius, centre.Y - radius, centre.X + radius, centre.Y + radius));

    /// <summary>A line that labels would rather not cover.</summary>
    public void Avoid(IReadOnlyList<SKPoint> line)
    {
        for (int i = 1; i < line.Count; i++)
            _lines.Add(new(line[i - 1], line[i]));
    }

    /// <summary>A place for a label of the given size; null when there is none, or none near for one that is not required.</summary>
    public LabelSpot? Place(LabelRequest request, SKSize size)
    {
        LabelSpot? spot = Near(request, size) ?? (request.Required ? Anywhere(request, size) : null);
        if (spot is null)
            return null;
        _taken.Add(SKRect.Inflate(spot.Box, Air, Air));
        if (spot.Leader is { } leader)
            _leaders.Add(leader);
        return spot;
    }

    private LabelSpot? Near(LabelRequest request, SKSize size)
    {
        LabelSpot? best = null;
        float bestCost = float.PositiveInfinity;
        for (int a = 0; a < request.Anchors.Count; a++)
        {
            foreach ((float gap, float cost) in Rings)
            {
                if (!request.Required && gap > WidestOptionalGap)
                    break;
                for (int s = 0; s < request.Sides.Count; s++)
                {
                    SKRect box = BoxAt(request.Anchors[a], request.Clearance + gap, request.Sides[s], size);
                    if (!IsFree(box) || HitsMarker(box))
                        continue;
                    Segment? leader = gap == 0 ? null : LeaderOf(request, request.Anchors[a], box);
                    float crossed = Crossed(box);
                    if (!request.Required && crossed > MostCrossedPixels)
                        continue;
                    float total = cost + (a * CostOfAnchor) + (s * CostOfSide) + (crossed * CostOfCrossedPixel)
                        + CostOfNeighbours(box, request.Anchors[a], leader is not null) + CostOfCrossings(leader);
                    if (total < bestCost && IsClear(leader, request.Anchors[a]))
                        (best, bestCost) = (new(box, leader), total);
                }
            }
        }
        return best;
    }

    private LabelSpot? Anywhere(LabelRequest request, SKSize size)
    {
        LabelSpot? best = null;
        float bestCost = float.PositiveInfinity;
        SKPoint anchor = request.Anchors[0];
        for (float y = bounds.Top + Air; y + size.Height + Air <= bounds.Bottom; y += SearchStep)
        {
            for (float x = bounds.Left + Air; x + size.Width + Air <= bounds.Right; x += SearchStep)
            {
                SKRect box = SKRect.Create(x, y, size.Width, size.Height);
                if (!IsFree(box))
                    continue;
                float cost = (Crossed(box) * CostOfCrossedPixel) + (_markers.Count(box.IntersectsWith) * CostOfMarker) + SKPoint.Distance(anchor, new(box.MidX, box.MidY));
                if (cost < bestCost)
                    (best, bestCost) = (new(box, LeaderOf(request, anchor, box)), cost);
            }
        }
        return best;
    }

    private bool IsFree(SKRect box) =>
        bounds.Contains(SKRect.Inflate(box, Air, Air))
        && !_taken.Exists(box.IntersectsWith)
        && !_leaders.Exists(leader => leader.LengthIn(box) > 0);

    private bool HitsMarker(SKRect box) => _markers.Exists(box.IntersectsWith);

    private float Crossed(SKRect box)
    {
        float crossed = 0;
        SKRect near = SKRect.Inflate(box, Air, Air);
        foreach (Segment line in _lines)
            crossed += line.LengthIn(near);
        return crossed;
    }

    private float CostOfNeighbours(SKRect box, SKPoint anchor, bool hasLeader)
    {
        SKRect near = SKRect.Inflate(box, Neighbourhood, Neighbourhood);
        int neighbours = _markers.Count(marker => marker.IntersectsWith(near) && !marker.Contains(anchor));
        return neighbours * (hasLeader ? CostOfNeighbourWithLeader : CostOfNeighbour);
    }

    private float CostOfCrossings(Segment? leader) => leader is { } line ? _lines.Count(line.Crosses) * CostOfCrossedLine : 0;

    // A leader runs over no label, no other leader, and no marker but its own.
    private bool IsClear(Segment? leader, SKPoint anchor) =>
        leader is not { } line
        || (!_taken.Exists(taken => line.LengthIn(taken) > 0)
            && !_leaders.Exists(line.Crosses)
            && !_markers.Exists(marker => !marker.Contains(anchor) && line.LengthIn(marker) > 0));

    private static SKRect BoxAt(SKPoint anchor, float distance, Side side, SKSize size)
    {
        float slant = distance * 0.71f;
        (float x, float y) = side switch
        {
            Side.Right => (distance, -size.Height / 2),
            Side.Left => (-distance - size.Width, -size.Height / 2),
            Side.Above => (-size.Width / 2, -distance - size.Height),
            Side.Below => (-size.Width / 2, distance),
            Side.AboveRight => (slant, -slant - size.Height),
            Side.AboveLeft => (-slant - size.Width, -slant - size.Height),
            Side.BelowRight => (slant, slant),
            Side.BelowLeft => (-slant - size.Width, slant),
            _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
        };
        return SKRect.Create(anchor.X + x, anchor.Y + y, size.Width, size.Height);
    }

    // From near the box to the rim of the marker. It ends before the letters: next to a number it would be a minus.
    private static Segment? LeaderOf(LabelRequest request, SKPoint anchor, SKRect box)
    {
        SKPoint near = new(Math.Clamp(anchor.X, box.Left, box.Right), Math.Clamp(anchor.Y, box.Top, box.Bottom));
        float distance = SKPoint.Distance(near, anchor);
        if (distance <= request.Clearance || !request.HasLeader)
            return null;
        float end = 1 - (LeaderGap / distance);
        float rim = request.Clearance / 2 / distance;
        return end <= rim ? null : new(Between(anchor, near, end), Between(anchor, near, rim));
    }

    private static SKPoint Between(SKPoint from, SKPoint to, float share) => new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
}
