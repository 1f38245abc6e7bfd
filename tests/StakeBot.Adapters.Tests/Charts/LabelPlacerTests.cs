using SkiaSharp;
using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class LabelPlacerTests
{
    private static readonly SKRect Bounds = new(0, 0, 1000, 500);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Labels_never_touch_each_other_nor_leave_the_bounds(int seed)
    {
        List<SKRect> boxes = [.. PlaceMany(seed, required: false).Select(s => s.Box)];
        Assert.InRange(boxes.Count, 10, 120);
        for (int i = 0; i < boxes.Count; i++)
        {
            Assert.True(Bounds.Contains(boxes[i]));
            for (int j = 0; j < i; j++)
                Assert.False(boxes[i].IntersectsWith(boxes[j]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_leader_runs_over_a_label(int seed)
    {
        List<LabelSpot> spots = PlaceMany(seed, required: false);
        foreach (Segment leader in spots.Select(s => s.Leader).OfType<Segment>())
            Assert.DoesNotContain(spots, s => leader.LengthIn(SKRect.Inflate(s.Box, -1, -1)) > 0);
    }

    [Fact]
    public void The_same_requests_get_the_same_places() => Assert.Equal(PlaceMany(9, required: true), PlaceMany(9, required: true));

    [Fact]
    public void A_label_stands_beside_its_point_on_the_side_that_is_asked_for()
    {
        LabelSpot spot = new LabelPlacer(Bounds).Place(Request(new(500, 250), required: true), new(100, 30))!;
        Assert.Equal(new SKRect(512, 235, 612, 265), spot.Box);
        Assert.Null(spot.Leader);
    }

    [Fact]
    public void A_label_at_the_right_edge_turns_to_another_side()
    {
        LabelSpot spot = new LabelPlacer(Bounds).Place(Request(new(990, 250), required: true), new(100, 30))!;
        Assert.True(Bounds.Contains(spot.Box));
    }

    [Fact]
    public void A_label_covers_no_marker()
    {
        LabelPlacer placer = new(Bounds);
        placer.KeepOff(new(560, 250), 10);
        LabelSpot spot = placer.Place(Request(new(500, 250), required: false), new(100, 30))!;
        Assert.False(spot.Box.IntersectsWith(new(550, 240, 570, 260)));
    }

    [Fact]
    public void A_label_keeps_off_a_line_when_there_is_room_elsewhere()
    {
        LabelPlacer placer = new(Bounds);
        placer.Avoid([new(0, 250), new(1000, 250)]);
        LabelSpot spot = placer.Place(Request(new(500, 250), required: true), new(100, 30))!;
        Assert.True(spot.Box.Bottom <= 250 || spot.Box.Top >= 250);
    }

    [Fact]
    public void Where_all_places_near_are_taken_a_required_label_goes_far_and_keeps_a_line_to_its_point()
    {
        LabelPlacer placer = Crowded();
        LabelSpot spot = placer.Place(Request(new(100, 100), required: true), new(100, 30))!;
        Assert.NotNull(spot.Leader);
        Assert.True(Bounds.Contains(spot.Box));
    }

    [Fact]
    public void Where_all_places_near_are_taken_an_optional_label_is_left_out() =>
        Assert.Null(Crowded().Place(Request(new(100, 100), required: false), new(100, 30)));

    [Fact]
    public void A_label_larger_than_the_bounds_has_no_place() =>
        Assert.Null(new LabelPlacer(Bounds).Place(Request(new(100, 100), required: true), new(2000, 30)));

    private static LabelPlacer Crowded()
    {
        LabelPlacer placer = new(Bounds);
        placer.KeepOff(new(100, 100), 220);
        return placer;
    }

    private static List<LabelSpot> PlaceMany(int seed, bool required)
    {
        Random random = new(seed);
        LabelPlacer placer = new(Bounds);
        SKPoint[] points = [.. Enumerable.Range(0, 60).Select(_ => new SKPoint(random.Next(1000), random.Next(500)))];
        placer.Avoid([new(0, 400), new(400, 100), new(1000, 20)]);
        foreach (SKPoint point in points)
            placer.KeepOff(point, 8);
        return [.. points.Select(p => placer.Place(Request(p, required), new(40 + random.Next(160), 30))).OfType<LabelSpot>()];
    }

    private static LabelRequest Request(SKPoint at, bool required) =>
        new("name", ChartTheme.Default.Text, [at], Clearance: 12, Sides.RightFirst, required);
}
