using StakeBot.Core.Backtesting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Backtesting;

/// <summary>Two models, windows of two rounds, three or four rounds staked: every figure worked out on paper.</summary>
public sealed class HandWorkedBacktests
{
    private static readonly double[][] ThreeRounds = Walks.After(2, [0.10, -0.02], [-0.20, 0.04], [0.05, 0.01]);

    [Fact]
    public void Legacy_has_the_same_NMR_in_every_open_round_and_compounds()
    {
        BacktestResult result = Walks.Run(Walks.Of(StakingRegime.Legacy, 2, ThreeRounds), Walks.Policy(AllocationObjective.EqualWeight));

        // Half on each. The first two rounds have 0.5 and 0.5 at risk; the third 0.55 and 0.49, because the first has resolved.
        Close([1, 1, 1, 1.04, 0.96, 0.9924], result.Nav);
        Close([0.04, -0.08, 0.0324 / 1.04], result.RoundResults);
        Assert.Equal(0.05 + 0.02 + 0.0275 + 0.0049, result.Payouts, 1e-15);
        Assert.Equal(0.01 + 0.1, result.Burns, 1e-15);
        Assert.Equal(new RoundNumber(9), result.FirstRound);
        Assert.Equal(0, result.IdleShare);
        Assert.Equal((0, 0.0), (result.StakeChanges, result.Turnover));
    }

    [Fact]
    public void Atomic_has_half_of_the_NMR_in_each_of_two_rounds()
    {
        BacktestResult result = Walks.Run(Walks.Of(StakingRegime.Atomic, 2, ThreeRounds), Walks.Policy(AllocationObjective.EqualWeight));

        // S = 0.25 each. The third round is staked out of what the first gave back (0.52): 0.02 stay idle.
        Close([1, 1, 1, 1.02, 0.98, 0.995], result.Nav);
        Close([0.02, -0.04, 0.015 / 1.02], result.RoundResults);
        Assert.Equal((0.5 + 0 + 0.02 / 1.02) / 3, result.IdleShare, 1e-15);
    }

    [Fact]
    public void The_worst_window_and_the_drawdown_are_those_of_the_path()
    {
        BacktestResult result = Walks.Run(Walks.Of(StakingRegime.Legacy, 2, ThreeRounds), Walks.Policy(AllocationObjective.EqualWeight));

        Assert.Equal(-0.08 + 0.0324 / 1.04, result.WorstWindow, 1e-15);
        Assert.Equal(new RoundNumber(11), result.WorstWindowEnd);
        // 1.04 as round 11 opens, 0.96 one round later, not recovered.
        Assert.Equal(1 - 0.96 / 1.04, result.Drawdown.Worst, 1e-15);
        Assert.Equal((2, 3, (int?)null), (result.Drawdown.Peak, result.Drawdown.Trough, result.Drawdown.Recovery));
    }

    [Fact]
    public void A_changed_per_round_stake_acts_on_new_rounds_only()
    {
        double[][] rounds = Walks.After(2, [0.10, -0.02], [-0.20, 0.04], [0.05, 0.01], [0.40, 0.10], [0, 0]);
        BacktestResult result = Walks.Run(
            Walks.Of(StakingRegime.Atomic, 2, rounds), Walks.Policy(AllocationObjective.EqualWeight, new Rebalancing.Calendar(3)));

        // After the third round the equity is 1.02, so S goes from 0.25 to 0.255 each. The fourth round opens with what the second gave back:
        // 0.02 + 0.46 = 0.48 of the 0.51 that it needs, 0.24 each.
        Assert.Equal(2, result.StakeChanges);
        Assert.Equal(2 * (0.5 - 0.5 / 1.02), result.Turnover, 1e-15);
        Assert.Equal(0.24 * 0.5 / 0.98, result.RoundResults[3], 1e-15);
        Close([1, 1, 1, 1.02, 0.98, 0.995, 0.995 + 0.24 * 0.5, 0.995 + 0.24 * 0.5], result.Nav);
    }

    [Fact]
    public void A_release_arrives_R_rounds_later_and_only_then_is_spent()
    {
        // The eighth round has resolved when the tenth opens: A then has 0.55, B 0.49, and one hundredth and a half of the 1.04 moves from A to B.
        double[][] rounds = Walks.After(2, [0.10, -0.02], [0, 0], [0.50, 0.50], [0.50, 0.50], [0.50, 0.50], [0, 0]);
        BacktestResult result = Walks.Run(
            Walks.Of(StakingRegime.Legacy, 2, rounds), Walks.Policy(AllocationObjective.EqualWeight, new Rebalancing.Calendar(3)));

        // Ordered after the third round: A down by 0.03 (0.55 to 0.52), B up by 0.03, for which nothing is idle.
        Assert.Equal(2, result.StakeChanges);
        Assert.Equal(0.06 / 1.04, result.Turnover, 1e-15);
        // Fourth round: A has 0.52 at risk, B still 0.49.
        Assert.Equal((0.52 + 0.49) * 0.5 / 1.04, result.RoundResults[3], 1e-15);
        // Fifth round: the third has resolved (A 0.55 + 0.275, B 0.49 + 0.245), the 0.03 have arrived and B has them.
        Assert.Equal((0.795 + 0.765) * 0.5 / 1.56, result.RoundResults[4], 1e-15);
    }

    [Fact]
    public void A_round_without_a_submission_has_nothing_at_risk()
    {
        double[][] rounds = Walks.After(2, [0.10, double.NaN], [-0.20, 0.04], [0.05, 0.01]);

        BacktestResult legacy = Walks.Run(Walks.Of(StakingRegime.Legacy, 2, rounds), Walks.Policy(AllocationObjective.EqualWeight));
        BacktestResult atomic = Walks.Run(Walks.Of(StakingRegime.Atomic, 2, rounds), Walks.Policy(AllocationObjective.EqualWeight));

        Assert.Equal(0.05, legacy.RoundResults[0], 1e-15);
        Close([1, 1, 1, 1.05, 0.97, 0.97 + 0.55 * 0.05 + 0.5 * 0.01], legacy.Nav);
        Assert.Equal(0.025, atomic.RoundResults[0], 1e-15);
        // 0.25 are in the first round, 0.5 in the second, so a quarter is idle after it.
        Assert.Equal((0.75 + 0.25 + (0.275 + 0.25 - 0.5) / 1.025) / 3, atomic.IdleShare, 1e-15);
    }

    private static void Close(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }
}
