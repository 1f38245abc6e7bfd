using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation;

/// <summary>
/// Means 10 % and 5 %, variances 0.04 and 0.01, uncorrelated; one half each now, and moving a weight costs 1 % of it, in and out. With w in
/// the first, half the variance rises by 0.05w − 0.01. The net return rises by 0.07 below w = ½ (each step also saves cost) and by 0.03 above:
/// the frontier goes from w = 0.2 to ½, rests there while λ rises from 0.015/0.07 to 0.015/0.03, and goes on to 1.
/// </summary>
public sealed class TurnoverCostTests
{
    private static readonly Moments Two = new([0.1, 0.05], [0.04, 0, 0, 0.01]);

    [Fact]
    public void The_present_weights_are_a_corner()
    {
        Frontier frontier = CriticalLine.Trace(Two, Bounds.LongOnly(2), [], new TurnoverCost([0.5, 0.5], 0.01)).Solved();

        Assert.Equal(3, frontier.Corners.Length);
        frontier.Corners[0].Is(0.06 - 0.006, Math.Sqrt(0.008), 0.2, 0.8);
        frontier.Corners[1].Is(0.075, Math.Sqrt(0.0125), 0.5, 0.5);
        frontier.Corners[2].Is(0.1 - 0.01, 0.2, 1, 0);
    }

    [Fact]
    public void A_cost_above_the_gain_ends_the_frontier_at_the_present_weights()
    {
        // Moving one in and one out costs 2 · 0.03 and gains 0.05.
        Frontier frontier = CriticalLine.Trace(Two, Bounds.LongOnly(2), [], new TurnoverCost([0.5, 0.5], 0.03)).Solved();

        frontier.MaxReturn.Is(0.075, Math.Sqrt(0.0125), 0.5, 0.5);
    }

    [Fact]
    public void No_cost_changes_nothing()
    {
        Frontier frontier = CriticalLine.Trace(Two, Bounds.LongOnly(2), [], new TurnoverCost([0.5, 0.5], 0)).Solved();

        frontier.MinRisk.Is(0.06, Math.Sqrt(0.008), 0.2, 0.8);
        frontier.MaxReturn.Is(0.1, 0.2, 1, 0);
    }

    [Fact]
    public void Present_weights_outside_the_bounds_cost_what_they_must()
    {
        // The first has all and may keep 0.4: 0.6 goes out and 0.6 in, at least.
        Frontier frontier = CriticalLine.Trace(Two, new Bounds([0, 0], [0.4, 1]), [], new TurnoverCost([1, 0], 0.01)).Solved();

        frontier.MaxReturn.Is(0.07 - 0.012, Math.Sqrt(0.16 * 0.04 + 0.36 * 0.01), 0.4, 0.6);
    }

    [Fact]
    public void Groups_and_costs_go_together()
    {
        Frontier frontier = CriticalLine.Trace(
            Two, Bounds.LongOnly(2), [GroupBound.AtMost("first", [0], 0.8)], new TurnoverCost([0.5, 0.5], 0.01)).Solved();

        frontier.MaxReturn.Is(0.09 - 0.006, Math.Sqrt(0.64 * 0.04 + 0.04 * 0.01), 0.8, 0.2);
    }

    [Fact]
    public void A_negative_cost_or_one_for_other_models_is_a_mistake()
    {
        Assert.Throws<ArgumentException>(() => new TurnoverCost([0.5, 0.5], -0.1));
        Assert.Throws<ArgumentException>(() => new TurnoverCost([double.NaN], 0.1));
        Assert.Throws<ArgumentException>(() => CriticalLine.Trace(Two, Bounds.LongOnly(2), [], new TurnoverCost([1], 0.01)));
    }
}
