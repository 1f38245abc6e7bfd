using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>
/// Means 10 % and 5 %, variances 0.04 and 0.01, uncorrelated. Least risk shares in inverse proportion to the variances, 1 : 4, and has the
/// variance 0.04/25 + 16·0.01/25 = 0.008. The greatest ratio shares like mean / variance, 2.5 : 5, and is √(0.1²/0.04 + 0.05²/0.01) = √½.
/// </summary>
public sealed class TwoModelsByHand
{
    private readonly Frontier _frontier = Trace.Uncorrelated([0.1, 0.05], [0.04, 0.01]);

    [Fact]
    public void The_frontier_has_two_corners()
    {
        Assert.Equal(2, _frontier.Corners.Length);
        _frontier.MinRisk.Is(0.06, Math.Sqrt(0.008), 0.2, 0.8);
        _frontier.MaxReturn.Is(0.1, 0.2, 1, 0);
    }

    [Fact]
    public void The_greatest_ratio_lies_between_them()
    {
        Assert.NotNull(_frontier.MaxRatio);
        _frontier.MaxRatio.Is(0.2 / 3, Math.Sqrt(0.08 / 9), 1 / 3.0, 2 / 3.0);
        Assert.Equal(Math.Sqrt(0.5), _frontier.MaxRatio.Ratio, 1e-12);
    }

    [Fact]
    public void A_target_return_is_met_exactly()
    {
        // 8 % needs 60 % in the first: 0.36·0.04 + 0.16·0.01 = 0.016.
        CornerPortfolio? portfolio = _frontier.AtReturn(0.08);

        Assert.NotNull(portfolio);
        portfolio.Is(0.08, Math.Sqrt(0.016), 0.6, 0.4);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void The_scale_of_returns_does_not_matter(double scale)
    {
        Moments moments = new([0.1 * scale, 0.05 * scale], [0.04 * scale * scale, 0, 0, 0.01 * scale * scale]);
        Frontier frontier = Assert.IsType<FrontierOutcome.Solved>(CriticalLine.Trace(moments, Bounds.LongOnly(2))).Frontier;

        Assert.Equal(2, frontier.Corners.Length);
        Assert.Equal(0.2, frontier.MinRisk.Weights[0], 1e-12);
        Assert.Equal(1 / 3.0, frontier.MaxRatio!.Weights[0], 1e-12);
        Assert.Equal(0.2, frontier.MaxReturn.Risk / scale, 1e-12);
    }
}
