using StakeBot.Core.Backtesting;

namespace StakeBot.Core.Tests.Backtesting;

public sealed class LegacyStakeTests
{
    [Fact]
    public void A_release_in_flight_pays_for_burns_that_nothing_else_is_left_for()
    {
        LegacyStake stake = Staked(1, rounds: 2);

        stake.MoveTo(0.4, time: 2);
        Assert.Equal((0.4, true), (stake.Planned, stake.IsReleasing));
        Settles(stake, time: 3, result: -0.3, change: -0.3, freed: 0);
        Assert.Equal(0.1, stake.Open(3, 0, isGap: false), 1e-15);

        // 1.0 was at risk in both rounds that were open at the request: 0.4 are left of it, and they are less than what was asked for.
        Settles(stake, time: 4, result: -0.3, change: -0.3, freed: 0.4);
        Assert.Equal(0, stake.Held, 1e-15);
    }

    [Fact]
    public void A_release_of_everything_takes_along_what_is_paid_meanwhile()
    {
        LegacyStake stake = Staked(1, rounds: 2);

        stake.MoveTo(0, time: 2);
        Settles(stake, time: 3, result: 0.1, change: 0.1, freed: 0);
        Assert.Equal(0, stake.Open(3, 0, isGap: false));
        Settles(stake, time: 4, result: 0.1, change: 0.1, freed: 1.2);

        Assert.Equal((0.0, false), (stake.Held, stake.IsReleasing));
    }

    [Fact]
    public void A_stake_cannot_burn_more_than_there_is()
    {
        LegacyStake stake = Staked(1, rounds: 2);

        Settles(stake, time: 3, result: -0.8, change: -0.8, freed: 0);
        Settles(stake, time: 4, result: -0.8, change: -0.2, freed: 0);
    }

    [Fact]
    public void An_increase_waits_for_the_NMR_that_it_needs()
    {
        LegacyStake stake = Staked(1, rounds: 2);

        stake.MoveTo(1.5, time: 2);
        Assert.Equal((1.5, 0.5), (stake.Planned, stake.Need(isGap: false)));
        Assert.Equal(1.2, stake.Open(3, 0.2, isGap: false), 1e-15);

        Assert.Equal(0.3, stake.Need(isGap: false), 1e-15);
    }

    [Fact]
    public void A_second_change_waits_until_the_release_has_arrived()
    {
        LegacyStake stake = Staked(1, rounds: 2);
        stake.MoveTo(0.4, time: 2);

        Assert.Throws<InvalidOperationException>(() => stake.MoveTo(0.2, time: 3));
    }

    // In rounds 1 and 2 with the whole amount.
    private static LegacyStake Staked(double amount, int rounds)
    {
        LegacyStake stake = new(rounds);
        stake.MoveTo(amount, time: 0);
        stake.Open(1, amount, isGap: false);
        stake.Open(2, 0, isGap: false);
        return stake;
    }

    private static void Settles(LegacyStake stake, int time, double result, double change, double freed)
    {
        SimulatedStake.Settlement settled = stake.Settle(time, result);
        Assert.Equal(change, settled.Net, 1e-15);
        Assert.Equal(freed, settled.Freed, 1e-15);
    }
}
