using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation;

/// <summary>Three models with means 3, 2, 1 % and the same variance v = 0.09, uncorrelated; without groups least risk is a third each.</summary>
public sealed class GroupBoundTests
{
    private const double V = 0.09;

    private static readonly Moments Three = new([0.03, 0.02, 0.01], [V, 0, 0, 0, V, 0, 0, 0, V]);

    [Fact]
    public void A_group_with_a_maximum_shares_it_and_leaves_the_rest_to_others()
    {
        // The first two together at most ½: a quarter each; then all of it goes to the first.
        Frontier frontier = CriticalLine.Trace(Three, Bounds.LongOnly(3), [GroupBound.AtMost("best", [0, 1], 0.5)]).Solved();

        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(0.0175, Math.Sqrt(0.375 * V), 0.25, 0.25, 0.5);
        frontier.MaxReturn.Is(0.02, Math.Sqrt(0.5 * V), 0.5, 0, 0.5);
    }

    [Fact]
    public void A_minimum_for_the_others_says_the_same()
    {
        Frontier frontier = CriticalLine.Trace(Three, Bounds.LongOnly(3), [GroupBound.AtLeast("worst", [2], 0.5)]).Solved();

        frontier.MinRisk.Is(0.0175, Math.Sqrt(0.375 * V), 0.25, 0.25, 0.5);
        frontier.MaxReturn.Is(0.02, Math.Sqrt(0.5 * V), 0.5, 0, 0.5);
    }

    [Fact]
    public void A_group_begins_to_bind_on_the_way()
    {
        // From thirds weight moves from the last to the first at equal rates. Pair (1, 3) has 2/3 throughout; pair (1, 2) starts at 2/3 and may
        // have 5/6: then the last is at 1/6, the first at ½, and from there weight moves from the second to the first.
        Frontier frontier = CriticalLine.Trace(Three, Bounds.LongOnly(3), [GroupBound.AtMost("pair", [0, 1], 5 / 6.0)]).Solved();

        Assert.Equal(3, frontier.Corners.Length);
        frontier.Corners[0].Is(0.02, Math.Sqrt(V / 3), 1 / 3.0, 1 / 3.0, 1 / 3.0);
        frontier.Corners[1].Is(0.07 / 3, Math.Sqrt(V * 7 / 18), 0.5, 1 / 3.0, 1 / 6.0);
        frontier.Corners[2].Is(0.025 + 0.01 / 6, Math.Sqrt(V * 26 / 36), 5 / 6.0, 0, 1 / 6.0);
    }

    [Fact]
    public void Groups_may_overlap_and_fix_everything()
    {
        Frontier frontier = CriticalLine.Trace(
            Three, Bounds.LongOnly(3), [GroupBound.Between("a", [0, 1], 0.7, 0.7), GroupBound.Between("b", [1, 2], 0.6, 0.6)]).Solved();

        Assert.Single(frontier.Corners).Is(0.012 + 0.006 + 0.003, Math.Sqrt(V * (0.16 + 0.09 + 0.09)), 0.4, 0.3, 0.3);
    }

    [Fact]
    public void A_group_of_all_models_is_the_budget_again() =>
        Assert.Equal(3, CriticalLine.Trace(Three, Bounds.LongOnly(3, 0.5), [GroupBound.Between("all", [0, 1, 2], 1, 1)]).Solved().Corners.Length);

    [Fact]
    public void Copies_share_equally_within_their_groups_only()
    {
        Moments copies = new([0.02, 0.02, 0.01], [V, V, 0, V, V, 0, 0, 0, V]);

        CriticalLine.Trace(copies, Bounds.LongOnly(3), [GroupBound.AtMost("both", [0, 1], 0.6)]).Solved()
            .MaxReturn.Is(0.016, Math.Sqrt(V * 0.52), 0.3, 0.3, 0.4);
        CriticalLine.Trace(copies, Bounds.LongOnly(3), [GroupBound.AtMost("one", [0], 0.1)]).Solved()
            .MaxReturn.Is(0.02, Math.Sqrt(V));
    }

    [Fact]
    public void A_group_that_cannot_be_kept_is_named_with_what_would_do()
    {
        FrontierOutcome outcome = CriticalLine.Trace(
            Three, new Bounds([0, 0, 0], [0.2, 0.1, 1]), [GroupBound.AtMost("Signals", [2], 0.8), GroupBound.AtLeast("Classic", [0, 1], 0.5)]);

        FrontierOutcome.Infeasible refusal = Assert.IsType<FrontierOutcome.Infeasible>(outcome);
        Assert.Equal("Classic", refusal.Constraint);
        Assert.Equal("Classic cannot have at least 0.5 in all: within the other bounds it has at most 0.3, 0.2 short; 0.3 would do.", refusal.Message);
    }

    [Fact]
    public void The_later_of_two_groups_that_contradict_each_other_is_named()
    {
        FrontierOutcome outcome = CriticalLine.Trace(
            Three, Bounds.LongOnly(3), [GroupBound.AtLeast("first", [0, 1], 0.8), GroupBound.AtLeast("second", [2], 0.3)]);

        Assert.Equal("second", Assert.IsType<FrontierOutcome.Infeasible>(outcome).Constraint);
    }

    [Fact]
    public void A_group_without_members_or_with_crossed_bounds_is_a_mistake()
    {
        Assert.Throws<ArgumentException>(() => GroupBound.AtLeast("empty", [], 0.1));
        Assert.Throws<ArgumentException>(() => GroupBound.AtLeast("twice", [1, 1], 0.1));
        Assert.Throws<ArgumentException>(() => GroupBound.Between("crossed", [0], 0.2, 0.1));
        Assert.Throws<ArgumentException>(() => CriticalLine.Trace(Three, Bounds.LongOnly(3), [GroupBound.AtMost("nobody", [3], 0.5)]));
    }
}
