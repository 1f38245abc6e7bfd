using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;

namespace StakeBot.Adapters.Tests.Paper.Books;

public sealed class RunningStakeTests
{
    // 0.25 × 0.3 × this = 1 % a round.
    private const double OnePercent = 0.01 / 0.075;

    [Fact]
    public void Payouts_compound_into_the_stake_and_count_in_later_rounds()
    {
        RunningStake stake = Begin(OnePercent);

        Turn(stake, 0, 65);
        Same(101, stake.Staked);

        LedgerEntry last = Assert.Single(Turn(stake, 65, 64).Events.Resolved);
        Assert.Equal(PaperExamples.First + 64, last.Round);
        Same(101, last.AtRisk);
        Same(1.01m, last.Amount);
        Same(165.01m, stake.Staked);
    }

    [Fact]
    public void The_same_NMR_is_at_risk_in_every_open_round()
    {
        RunningStake stake = Begin(OnePercent);

        Turn(stake, 0, 64);

        Stake.Legacy described = Assert.IsType<Stake.Legacy>(stake.Describe(PaperExamples.First + 63));
        Same(100, described.Locked);
        Same(29.5m, described.PayoutPending);
    }

    [Fact]
    public void A_release_counts_for_no_new_round_and_arrives_when_the_newest_round_of_then_resolves()
    {
        RunningStake stake = Begin(OnePercent);
        Turn(stake, 0, 64);

        stake.Release(new Nmr(40), PaperExamples.First + 63);
        Stake.Legacy waiting = Assert.IsType<Stake.Legacy>(stake.Describe(PaperExamples.First + 63));
        Nmr early = Turn(stake, 64, 63).Released;
        (Nmr released, RoundEvents events) = Turn(stake, 127, 1);

        Same(40, waiting.PendingRelease);
        Same(60, waiting.AtRisk);
        Assert.Equal(PaperCalendar.Resolves(PaperExamples.First + 63), waiting.ReleaseDue);
        Same(0, early);
        Same(40, released);
        Same(100 + 64 - 40, stake.Staked);
        Assert.Equal(["40.00 NMR released from GANNET arrived in the wallet."], events.Notes);
        LedgerEntry next = Assert.Single(Turn(stake, 128, 1).Events.Resolved);
        Same(61, next.AtRisk);
    }

    [Fact]
    public void What_waits_for_release_can_burn()
    {
        RunningStake stake = Begin(-OnePercent);
        Turn(stake, 0, 64);

        stake.Release(new Nmr(100), PaperExamples.First + 63);
        (Nmr released, _) = Turn(stake, 64, 64);

        Same(36, released);
        Same(0, stake.Staked);
    }

    [Theory]
    [InlineData(10, 1.7)]
    [InlineData(-10, -1.7)]
    public void The_clip_bounds_a_round(double alpha, double result)
    {
        RunningStake stake = Begin(alpha);

        LedgerEntry entry = Assert.Single(Turn(stake, 0, 65).Events.Resolved);

        Assert.Equal(new Nmr((decimal)result), entry.Change);
    }

    [Fact]
    public void No_more_burns_than_is_there()
    {
        RunningStake stake = Begin(-10);

        Nmr burned = Nmr.Zero;
        for (int turn = 0; turn < 200; turn++)
            burned += Turn(stake, turn, 1).Events.Resolved.Select(entry => entry.Amount).Total;

        Assert.Equal(new Nmr(100), burned);
        Assert.Equal(Nmr.Zero, stake.Staked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void Only_what_is_staked_can_be_released(int amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Begin(OnePercent).Release(new Nmr(amount), PaperExamples.First));

    private static RunningStake Begin(double alpha) =>
        new(new PaperWorld(PaperSeeds.Of(1), [PaperExamples.SteadySignals("GANNET", alpha)]).Models[0], PaperExamples.Signals, new Nmr(100));

    private static (Nmr Released, RoundEvents Events) Turn(RunningStake stake, int fromTurn, int turns)
    {
        Nmr released = Nmr.Zero;
        RoundEvents events = new();
        for (int turn = fromTurn; turn < fromTurn + turns; turn++)
        {
            events = new RoundEvents();
            released += stake.Turn(PaperExamples.First + turn - 64, PaperExamples.First + turn, events);
        }
        return (released, events);
    }

    // A score is floating-point: 1 % is 0.01 to fifteen digits, times 100 NMR, in up to 65 rounds.
    private static void Same(decimal expected, Nmr actual) => Assert.Equal(expected, actual.Amount, 10);
}
