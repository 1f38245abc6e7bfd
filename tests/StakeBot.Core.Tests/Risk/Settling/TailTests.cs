using StakeBot.Core.Risk.Settling;

namespace StakeBot.Core.Tests.Risk.Settling;

public sealed class TailTests
{
    [Fact]
    public void Students_quantiles_are_the_published_ones()
    {
        Assert.Equal(2.3534, new StudentTail(3).Quantile(0.95), 4);
        Assert.Equal(1.8125, new StudentTail(10).Quantile(0.95), 4);
    }

    [Fact]
    public void The_mean_of_the_tail_is_what_integration_gives()
    {
        StudentTail student = new(5);
        const int Steps = 200_000;
        double mean = Enumerable.Range(0, Steps).Average(k => student.Quantile(0.05 * (k + 0.5) / Steps));
        Assert.Equal(mean, student.MeanBelow(0.05), 2);
        Assert.True(student.MeanBelow(0.05) < student.Quantile(0.05));
    }

    [Fact]
    public void With_many_degrees_it_is_normal() => Assert.Equal(-2.0627, new StudentTail(100_000).MeanBelow(0.05), 3);

    [Theory]
    [InlineData(0.01, 0.02, 1)]
    [InlineData(0.01, 0.02, 0.017)]
    [InlineData(-0.05, 0.02, 0.017)]
    [InlineData(0, 0.02, 0.02)]
    public void A_clipped_return_has_the_mean_and_slope_of_its_own_density(double mean, double deviation, double clip)
    {
        const int Steps = 400_000;
        double expected = 0, inside = 0;
        for (int k = 0; k < Steps; k++)
        {
            double z = -8 + 16.0 * (k + 0.5) / Steps;
            double weight = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * 16 / Steps;
            double r = mean + deviation * z;
            expected += weight * Math.Clamp(r, -clip, clip);
            inside += Math.Abs(r) < clip ? weight : 0;
        }
        ClippedNormal clipped = ClippedNormal.Of(mean, deviation, clip);
        Assert.Equal(expected, clipped.Mean, 6);
        Assert.Equal(inside, clipped.Slope, 4);
    }

    [Fact]
    public void A_known_return_is_clipped_and_moves_no_more()
    {
        Assert.Equal(new ClippedNormal(0.017, 0), ClippedNormal.Of(0.05, 0, 0.017));
        Assert.Equal(new ClippedNormal(-0.01, 1), ClippedNormal.Of(-0.01, 0, 0.017));
    }
}
