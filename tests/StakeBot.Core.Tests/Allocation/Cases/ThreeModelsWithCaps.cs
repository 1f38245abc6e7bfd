using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>
/// Means 3, 2, 1 %, the same variance v = 0.09, uncorrelated, at most ½ each. From thirds, weight moves from the last to the first until
/// the first is full: (½, ⅓, ⅙). Then it moves from the last to the second until both ends are reached at once: (½, ½, 0).
/// </summary>
public sealed class ThreeModelsWithCaps
{
    private const double V = 0.09;

    private readonly Frontier _frontier = Trace.Uncorrelated([0.03, 0.02, 0.01], [V, V, V], Bounds.LongOnly(3, 0.5));

    [Fact]
    public void The_frontier_has_three_corners()
    {
        Assert.Equal(3, _frontier.Corners.Length);
        _frontier.Corners[0].Is(0.02, Math.Sqrt(V / 3), 1 / 3.0, 1 / 3.0, 1 / 3.0);
        _frontier.Corners[1].Is(0.07 / 3, Math.Sqrt(V * 7 / 18), 0.5, 1 / 3.0, 1 / 6.0);
        _frontier.Corners[2].Is(0.025, Math.Sqrt(V / 2), 0.5, 0.5, 0);
    }

    [Fact]
    public void Caps_that_leave_no_choice_give_one_portfolio() =>
        Assert.Single(Trace.Uncorrelated([0.03, 0.02, 0.01], [V, V, V], Bounds.LongOnly(3, 1 / 3.0)).Corners)
            .Is(0.02, Math.Sqrt(V / 3), 1 / 3.0, 1 / 3.0, 1 / 3.0);

    [Fact]
    public void Short_positions_are_bounds_like_any_other()
    {
        // Without caps, from −½: weight moves from the last to the first until the last is at −½, (7/6, ⅓, −½), where the first is at its cap of 7/6.
        Frontier frontier = Trace.Uncorrelated([0.03, 0.02, 0.01], [V, V, V], new Bounds([-0.5, -0.5, -0.5], [7 / 6.0, 1, 1]));

        frontier.MaxReturn.Is(0.035 + 0.02 / 3 - 0.005, Math.Sqrt(V * (49 / 36.0 + 1 / 9.0 + 0.25)), 7 / 6.0, 1 / 3.0, -0.5);
    }
}
