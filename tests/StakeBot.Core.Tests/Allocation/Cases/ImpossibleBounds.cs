using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>Bounds that no portfolio keeps are named, with what would work.</summary>
public sealed class ImpossibleBounds
{
    [Fact]
    public void Caps_that_do_not_add_up_to_one_name_the_cap_that_would_do()
    {
        FrontierOutcome.Infeasible refusal = Trace.Refused(Bounds.LongOnly(3, 0.3));

        Assert.Equal("cap", refusal.Constraint);
        Assert.Equal("The caps of all 3 add up to 0.9, 0.1 short of 1: a cap of 0.333333 for each would do.", refusal.Message);
    }

    [Fact]
    public void The_cap_that_would_do_knows_the_floors()
    {
        // With 0.5 for the first, the other two need 0.25 each.
        FrontierOutcome.Infeasible refusal = Trace.Refused(new Bounds([0.5, 0, 0], [0.5, 0.1, 0.2]));

        Assert.Equal("The caps of all 3 add up to 0.8, 0.2 short of 1: a cap of 0.25 for each would do.", refusal.Message);
    }

    [Fact]
    public void Floors_that_add_up_to_more_than_one_are_named()
    {
        FrontierOutcome.Infeasible refusal = Trace.Refused(new Bounds([0.4, 0.4, 0.4], [1, 1, 1]));

        Assert.Equal("floor", refusal.Constraint);
        Assert.Equal("The least weights of all 3 add up to 1.2, 0.2 above 1: a floor of 0.333333 for each would do.", refusal.Message);
    }

    [Fact]
    public void Bounds_that_miss_by_rounding_are_kept()
    {
        double cap = Math.BitDecrement(0.1);

        Assert.IsType<FrontierOutcome.Solved>(CriticalLine.Trace(new Moments(new double[10], new double[100]), Bounds.LongOnly(10, cap)));
    }

    [Fact]
    public void Moments_and_bounds_of_different_sizes_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => CriticalLine.Trace(new Moments(new double[2], new double[4]), Bounds.LongOnly(3)));

    [Fact]
    public void A_covariance_with_a_negative_variance_of_a_portfolio_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => CriticalLine.Trace(new Moments([0.1, 0.2], [1, 2, 2, 1]), Bounds.LongOnly(2)));
}
