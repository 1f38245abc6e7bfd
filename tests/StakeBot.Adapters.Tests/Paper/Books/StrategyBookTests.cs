using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;

namespace StakeBot.Adapters.Tests.Paper.Books;

public sealed class StrategyBookTests
{
    [Fact]
    public void Each_round_takes_its_own_position_out_of_idle_NMR()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", 0.1), PaperExamples.Constant(1)));

        strategy.Turn(0, 64);

        Same(64, strategy.Seats[0].Locked);
        Same(6, strategy.Idle);
    }

    [Fact]
    public void A_constant_stake_lets_its_payouts_lie_idle()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", 0.1), PaperExamples.Constant(1)));

        RoundEvents events = strategy.Turn(0, 65);

        LedgerEntry entry = Assert.Single(events.Resolved);
        Assert.Equal((PaperExamples.First, LedgerKind.Payout), (entry.Round, entry.Kind));
        Assert.Equal(PaperCalendar.Resolves(PaperExamples.First), entry.At);
        Same(0.1m, entry.Amount);
        Same(1, entry.AtRisk);
        Same(64, strategy.Seats[0].Locked);
        Same(6.1m, strategy.Idle);
    }

    [Fact]
    public void A_compound_stake_rolls_its_payouts_on()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", 0.1), PaperExamples.Compound(1)));

        strategy.Turn(0, 129);

        Same(63 * 1.1m + 1.21m, strategy.Seats[0].Locked);
        Same(6, strategy.Idle);
    }

    [Fact]
    public void A_compound_stake_never_falls_below_its_floor()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", 0), PaperExamples.Compound(1)));
        strategy.Turn(0, 64);

        strategy.Seats[0].Setting = PaperExamples.Compound(1.5m);
        strategy.Turn(64, 1);

        Same(64.5m, strategy.Seats[0].Locked);
        Same(5.5m, strategy.Idle);
    }

    [Fact]
    public void A_burn_is_put_off_while_the_stake_goes_on()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", -0.1), PaperExamples.Constant(1)));

        RoundEvents events = strategy.Turn(0, 66);

        Assert.Equal(LedgerKind.Burn, Assert.Single(events.Resolved).Kind);
        Same(-0.1m, events.Resolved[0].Change);
        Same(0.2m, strategy.Seats[0].BurnDebt);
        Same(64, strategy.Seats[0].Locked);
        Same(6, strategy.Idle);
    }

    [Fact]
    public void Stopping_a_model_pays_its_debt()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", -0.1), PaperExamples.Constant(1)));
        strategy.Turn(0, 66);

        strategy.Seats[0].Setting = PaperExamples.Off(1);
        strategy.Turn(66, 1);

        Same(0, strategy.Seats[0].BurnDebt);
        Same(63, strategy.Seats[0].Locked);
        Same(6.7m, strategy.Idle);
    }

    [Fact]
    public void A_stopped_model_has_left_after_sixty_four_rounds()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", -0.1), PaperExamples.Constant(1)));
        strategy.Turn(0, 64);

        strategy.Seats[0].Setting = PaperExamples.Off(1);
        strategy.Turn(64, 64);

        Same(0, strategy.Seats[0].Locked);
        Same(70 - 6.4m, strategy.Idle);
    }

    [Fact]
    public void Lowering_the_stake_pays_debt_out_of_what_comes_free()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", -0.1), PaperExamples.Constant(1)));
        strategy.Turn(0, 64);

        strategy.Seats[0].Setting = PaperExamples.Constant(0.4m);
        strategy.Turn(64, 1);

        Same(0, strategy.Seats[0].BurnDebt);
        Same(63.4m, strategy.Seats[0].Locked);
        Same(6.5m, strategy.Idle);
    }

    [Fact]
    public void Payouts_of_one_model_do_not_pay_the_debt_of_another()
    {
        StrategyBook strategy = PaperExamples.Strategy(
            140,
            (PaperExamples.Steady("WREN", -0.1), PaperExamples.Constant(1)),
            (PaperExamples.Steady("HERON", 0.3), PaperExamples.Constant(1)));

        strategy.Turn(0, 65);

        Same(0.1m, strategy.Seats[0].BurnDebt);
        Same(0, strategy.Seats[1].BurnDebt);
        Same(12.3m, strategy.Idle);
    }

    [Fact]
    public void When_idle_NMR_does_not_suffice_the_models_get_what_there_is_in_their_order()
    {
        StrategyBook strategy = PaperExamples.Strategy(
            4.5m,
            (PaperExamples.Steady("WREN", 0), PaperExamples.Constant(1)),
            (PaperExamples.Steady("HERON", 0), PaperExamples.Constant(2)));

        RoundEvents first = strategy.Turn(0, 1);
        RoundEvents second = strategy.Turn(1, 1);

        Assert.Empty(first.Notes);
        Assert.Equal(["Idle NMR did not suffice in round 1206: HERON got 0.50 NMR instead of 2.00 NMR."], second.Notes);
        Same(2, strategy.Seats[0].Locked);
        Same(2.5m, strategy.Seats[1].Locked);
        Same(0, strategy.Idle);
    }

    [Fact]
    public void A_missed_submission_puts_nothing_at_risk()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", 0.1, 1206), PaperExamples.Constant(1)));

        RoundEvents events = strategy.Turn(0, 2);

        Assert.Equal(["WREN missed its submission for round 1206: nothing of it is at risk there."], events.Notes);
        Same(1, strategy.Seats[0].Locked);
        Assert.Equal(1, strategy.Describe(PaperExamples.First + 1)[0].MissedSubmissions);
        Assert.Empty(strategy.Turn(2, 64).Resolved);
    }

    [Fact]
    public void A_missed_submission_pays_debt_because_the_claim_is_not_staked_again()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", -0.1, 1205 + 64), PaperExamples.Constant(1)));

        strategy.Turn(0, 65);

        Same(0, strategy.Seats[0].BurnDebt);
        Same(6.9m, strategy.Idle);
    }

    [Fact]
    public void Pending_payout_is_what_the_days_scored_so_far_would_pay()
    {
        StrategyBook strategy = PaperExamples.Strategy(70, (PaperExamples.Steady("WREN", 0.1), PaperExamples.Constant(1)));
        strategy.Turn(0, 64);

        Stake.Atomic stake = Assert.IsType<Stake.Atomic>(strategy.Describe(PaperExamples.First + 63)[0]);

        // The 64 open rounds have 0, 0, 0, 0, 0, 1, 2 .. 59 of 60 days.
        Same(0.1m * 29.5m, stake.PayoutPending);
        Assert.Equal((64, 64), (stake.OpenRounds, stake.OverlappingRounds));
    }

    private static void Same(decimal expected, Nmr actual) => Assert.Equal(expected, actual.Amount, 12);
}
