using SkiaSharp;
using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class SegmentTests
{
    private static readonly SKRect Box = new(10, 10, 20, 20);

    [Theory]
    [InlineData(0, 15, 30, 15, 10)]
    [InlineData(12, 15, 18, 15, 6)]
    [InlineData(0, 0, 30, 30, 14.142f)]
    [InlineData(0, 5, 30, 5, 0)]
    [InlineData(0, 15, 5, 15, 0)]
    [InlineData(15, 0, 15, 12, 2)]
    public void The_length_inside_a_box(float x1, float y1, float x2, float y2, float expected) =>
        Assert.Equal(expected, new Segment(new(x1, y1), new(x2, y2)).LengthIn(Box), 0.01f);

    [Theory]
    [InlineData(0, 0, 10, 10, 0, 10, 10, 0, true)]
    [InlineData(0, 0, 10, 10, 11, 0, 20, 10, false)]
    [InlineData(0, 0, 4, 4, 0, 10, 10, 0, false)]
    public void Two_segments_cross_or_do_not(float a, float b, float c, float d, float e, float f, float g, float h, bool expected)
    {
        Segment one = new(new(a, b), new(c, d));
        Segment other = new(new(e, f), new(g, h));
        Assert.Equal(expected, one.Crosses(other));
        Assert.Equal(expected, other.Crosses(one));
    }
}
