using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>An asset without variance beside the models of <see cref="TwoModelsByHand"/>: NMR that lies idle, or a return for nothing.</summary>
public sealed class RisklessAsset
{
    [Fact]
    public void Idle_NMR_is_the_least_risk_and_the_frontier_leads_over_the_greatest_ratio()
    {
        // A straight line from (0, 0) to the greatest ratio of the two models, then their own frontier.
        Frontier frontier = Trace.Uncorrelated([0.1, 0.05, 0], [0.04, 0.01, 0]);

        Assert.Equal(3, frontier.Corners.Length);
        frontier.Corners[0].Is(0, 0, 0, 0, 1);
        frontier.Corners[1].Is(0.2 / 3, Math.Sqrt(0.08 / 9), 1 / 3.0, 2 / 3.0, 0);
        frontier.Corners[2].Is(0.1, 0.2, 1, 0, 0);
        Assert.Equal(Math.Sqrt(0.5), frontier.MaxRatio!.Ratio, 1e-12);
    }

    [Fact]
    public void A_return_without_risk_has_no_greatest_ratio()
    {
        Frontier frontier = Trace.Uncorrelated([0.1, 0.01], [0.04, 0]);

        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(0.01, 0, 0, 1);
        frontier.MaxReturn.Is(0.1, 0.2, 1, 0);
        Assert.Null(frontier.MaxRatio);
    }

    [Fact]
    public void Of_several_riskless_portfolios_the_frontier_starts_at_the_best()
    {
        Frontier frontier = Trace.Uncorrelated([0.01, 0.1, 0.02, 0.005], [0, 0.04, 0, 0]);

        frontier.MinRisk.Is(0.02, 0, 0, 0, 1, 0);
    }

    [Fact]
    public void A_perfect_hedge_is_riskless()
    {
        // Two models that mirror each other, sd 0.2 and 0.1: ⅓ and ⅔ cancel.
        Frontier frontier = Trace.Of([0.03, 0.06], [0.04, -0.02, -0.02, 0.01]);

        frontier.MinRisk.Is(0.05, 0, 1 / 3.0, 2 / 3.0);
        frontier.MaxReturn.Is(0.06, 0.1, 0, 1);
    }

    [Fact]
    public void Where_nothing_varies_the_best_mean_is_the_frontier() =>
        Assert.Single(Trace.Uncorrelated([0.01, 0.03, 0.02], [0, 0, 0], Bounds.LongOnly(3, 0.6)).Corners).Is(0.026, 0, 0, 0.6, 0.4);
}
