using StakeBot.Core.Backtesting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Backtesting;

/// <summary>Orders, counted by hand: an Atomic fund of 1 that has planned 0.50 on A and 0.30 on B.</summary>
public sealed class RebalancerTests
{
    [Fact]
    public void The_calendar_goes_all_the_way() =>
        Orders(new Rebalancing.Calendar(5), changes: 2, turnover: 0.30, a: 0.40, b: 0.50);

    [Fact]
    public void Within_the_band_nothing_is_ordered() =>
        Orders(new Rebalancing.Band(0.20, 5), changes: 0, turnover: 0, a: 0.50, b: 0.30);

    [Fact]
    public void Outside_the_band_every_model_goes_to_its_target() =>
        Orders(new Rebalancing.Band(0.15, 5), changes: 2, turnover: 0.30, a: 0.40, b: 0.50);

    [Fact]
    public void A_model_near_its_target_is_left_alone() =>
        Orders(new Rebalancing.Calendar(5), changes: 1, turnover: 0.20, a: 0.50, b: 0.50, noTradeBand: 0.10);

    [Fact]
    public void A_turnover_limit_makes_all_changes_smaller() =>
        Orders(new Rebalancing.Calendar(5), changes: 2, turnover: 0.15, a: 0.45, b: 0.40, turnoverLimit: 0.15);

    [Fact]
    public void A_turnover_budget_counts_what_was_moved_in_the_last_window()
    {
        AllocationPolicy policy = Walks.Policy(AllocationObjective.EqualWeight, new Rebalancing.TurnoverBudget(0.15, 1));
        (Rebalancer rebalancer, SimulatedFund fund) = Staked(policy);

        rebalancer.Look(fund, [0.40, 0.50], row: 1);
        Assert.Equal(0.15, rebalancer.Turnover, 1e-15);
        rebalancer.Look(fund, [0.40, 0.50], row: 2);
        Assert.Equal(0.15, rebalancer.Turnover, 1e-15);
        rebalancer.Look(fund, [0.40, 0.50], row: 3);

        Assert.Equal((0.30, 4), (Math.Round(rebalancer.Turnover, 14), rebalancer.Changes));
    }

    [Fact]
    public void The_first_staking_is_no_turnover()
    {
        (Rebalancer rebalancer, _) = Staked(Walks.Policy(AllocationObjective.EqualWeight, new Rebalancing.Calendar(1)));

        Assert.Equal((0.0, 0), (rebalancer.Turnover, rebalancer.Changes));
    }

    private static void Orders(
        Rebalancing rebalance, int changes, double turnover, double a, double b, double noTradeBand = 0, double turnoverLimit = 2)
    {
        AllocationPolicy policy = Walks.Policy(AllocationObjective.EqualWeight, rebalance) with { NoTradeBand = noTradeBand, TurnoverLimit = turnoverLimit };
        (Rebalancer rebalancer, SimulatedFund fund) = Staked(policy);

        rebalancer.Look(fund, [0.40, 0.50], row: 5);

        Assert.Equal(changes, rebalancer.Changes);
        Assert.Equal(turnover, rebalancer.Turnover, 1e-15);
        Assert.Equal(a, fund.Planned(0), 1e-15);
        Assert.Equal(b, fund.Planned(1), 1e-15);
    }

    private static (Rebalancer, SimulatedFund) Staked(AllocationPolicy policy)
    {
        ReturnMatrix returns = new(new RoundNumber(1), [Some.Model("A"), Some.Model("B")], new double[20]);
        RoundWindow window = new(2, StakingRegime.Atomic);
        SimulatedFund fund = new(returns, [window, window]);
        Rebalancer rebalancer = new(policy, window.Rounds);
        rebalancer.Look(fund, [0.50, 0.30], row: 0);
        return (rebalancer, fund);
    }
}
