using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk.Settling;

public sealed class OpenRiskTests
{
    private const int Open = 24, Resolved = 200;

    private static readonly SimulatedRounds World = new(11, 3, Resolved + Open, 20, ownShare: 0.07, common: 0.3, mean: 0.005);

    [Fact]
    public void Nothing_at_risk_settles_nothing()
    {
        OpenRisk risk = Assess();
        Assert.Empty(risk.Rounds);
        Assert.Equal(Settlement.Nothing, risk.Total);
        Assert.Equal(Settlement.Nothing, risk.GivenNothing);
    }

    [Fact]
    public void Twice_the_stake_is_twice_of_everything()
    {
        Settlement one = Assess(Atomic(0, 1)).Total, two = Assess(Atomic(0, 2)).Total;
        Assert.Equal(2 * one.Expected.ToDouble(), two.Expected.ToDouble(), 6);
        Assert.Equal(2 * one.Deviation.ToDouble(), two.Deviation.ToDouble(), 6);
        Assert.Equal(2 * one.Bad.ToDouble(), two.Bad.ToDouble(), 6);
        Assert.Equal(2 * one.Worst.ToDouble(), two.Worst.ToDouble(), 6);
    }

    [Fact]
    public void The_figures_lie_in_their_order()
    {
        OpenRisk risk = Assess(Atomic(0, 1), Atomic(1, 0.5m));
        foreach (Settlement settlement in risk.Rounds.SelectMany(round => new[] { round.Own, round.Running }))
        {
            Assert.True(settlement.Worst <= settlement.Bad && settlement.Bad <= settlement.Low);
            Assert.True(settlement.Low <= settlement.Expected && settlement.Expected <= settlement.High);
        }
    }

    [Fact]
    public void Two_models_together_are_less_uncertain_than_one_by_one()
    {
        double together = Assess(Atomic(0, 1), Atomic(1, 1)).Total.Deviation.ToDouble();
        double oneByOne = Assess(Atomic(0, 1)).Total.Deviation.ToDouble() + Assess(Atomic(1, 1)).Total.Deviation.ToDouble();
        Assert.InRange(together, 0.5 * oneByOne, 0.98 * oneByOne);
    }

    [Fact]
    public void At_worst_an_atomic_stake_loses_all_and_a_legacy_stake_burns_once()
    {
        Assert.Equal(new Nmr(-Open), Assess(Atomic(0, 1)).Total.Worst);
        Stake.Legacy legacy = new(World.Models[0]) { Staked = new Nmr(10), PayoutPending = Nmr.Zero };
        OpenRisk risk = Assess(legacy);
        Assert.Equal(new Nmr(-10), risk.Total.Worst);
        Assert.Equal(new Nmr(10), risk.Rounds[0].AtRisk);
        Assert.True(risk.PositionsAreAssumed);
    }

    [Fact]
    public void What_the_daily_scores_have_settled_so_far_is_said()
    {
        OpenRisk risk = Assess(Atomic(0, 1));
        // The first open round has 19 of 20 days; days add up in this world.
        Assert.Equal(World.Score(0, Resolved, 19), risk.Rounds[0].Now.ToDouble(), 8);
        Assert.InRange(risk.Rounds[0].Own.Expected.ToDouble(), World.Score(0, Resolved, 19) - 0.01, World.Score(0, Resolved, 19) + 0.01);
        Assert.Equal(Nmr.Zero, risk.Rounds[^1].Now);
    }

    [Fact]
    public void Positions_that_are_known_are_taken_as_they_are()
    {
        Stake stake = Atomic(0, 1) with { Positions = [new OpenPosition(new RoundNumber(Resolved + 3), new Nmr(5)), new OpenPosition(new RoundNumber(Resolved), new Nmr(9))] };
        OpenRisk risk = Assess(stake);
        OpenRound round = Assert.Single(risk.Rounds);
        Assert.Equal((Resolved + 3, new Nmr(5)), (round.Round.Value, round.AtRisk));
        Assert.False(risk.PositionsAreAssumed);
    }

    [Fact]
    public void A_model_without_history_is_named_and_in_no_figure()
    {
        Stake stranger = Some.AtomicStake("NEW", 1, Open);
        OpenRisk risk = Assess(Atomic(0, 1), stranger);
        Assert.Same(stranger, Assert.Single(risk.Unassessed));
        Assert.Equal(Assess(Atomic(0, 1)).Total, risk.Total);
    }

    [Fact]
    public void Without_knowledge_the_deviation_is_near_that_of_any_window()
    {
        OpenRisk risk = Assess(Atomic(0, 1));
        WindowMoments moments = WindowMoments.Of(History());
        double window = Open * Math.Sqrt(moments.Covariance[0]);
        Assert.InRange(risk.GivenNothing.Deviation.ToDouble(), 0.7 * window, 1.5 * window);
        Assert.Equal(Open * moments.Mean[0], risk.GivenNothing.Expected.ToDouble(), 6);
    }

    private static Stake.Atomic Atomic(int model, decimal perRound) => new Stake.Atomic(World.Models[model])
    {
        Setting = new StakeSetting(new Nmr(perRound), StakeMode.Constant, true),
        InRounds = new Nmr(perRound * Open),
        OpenRounds = Open,
        OverlappingRounds = Open,
        PayoutPending = Nmr.Zero,
    };

    private static FundHistory History() => FundHistory.Of(
        [PricedTournament.Of(World.Panel(Resolved, Open, ScoreAccrual.Sum), new PricingRule.Chosen(Some.Rule(overlap: Open, regime: StakingRegime.Atomic), true, "a test"))]);

    private static OpenRisk Assess(params Stake[] stakes)
    {
        FundHistory history = History();
        TournamentStakes tournament = new(Tournament.Classic, StakingRegime.Atomic, Some.Round(Resolved + Open), Open, Nmr.Zero, stakes);
        return OpenRisk.Of(new StakeSnapshot("a test", Some.Moment, Nmr.Zero, [tournament]), history, WindowMoments.Of(history), RiskPolicy.Default);
    }
}
