using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk.Settling;

/// <summary>Is the truth in the interval as often as it says, where the truth is known?</summary>
public sealed class SimulatedCoverageTests
{
    private const int Days = 20, Open = 24, Resolved = 240, Worlds = 150, Models = 3;

    private static readonly PayoutRule Rule = Some.Rule(overlap: Open, regime: StakingRegime.Atomic);

    [Theory]
    [InlineData(ScoreAccrual.Sum)]
    [InlineData(ScoreAccrual.Correlation)]
    public void Ninety_of_a_hundred_outcomes_lie_in_the_interval_that_daily_scores_narrow(ScoreAccrual accrual)
    {
        int inside = 0, belowBad = 0;
        double daily = 0, resolved = 0, nothing = 0, squares = 0;
        for (int seed = 0; seed < Worlds; seed++)
        {
            SimulatedRounds world = new(seed, Models, Resolved + Open, Days, ownShare: 0.07, common: 0.3, mean: 0.005);
            OpenRisk risk = Assess(world.Panel(Resolved, Open, accrual), world.Models);
            double truth = Enumerable.Range(Resolved, Open).Sum(t => Enumerable.Range(0, Models).Sum(i => world.Score(i, t, Days)));
            inside += risk.Total.Low.ToDouble() <= truth && truth <= risk.Total.High.ToDouble() ? 1 : 0;
            belowBad += truth < risk.Total.Bad.ToDouble() ? 1 : 0;
            double z = (truth - risk.Total.Expected.ToDouble()) / risk.Total.Deviation.ToDouble();
            squares += z * z;
            daily += Width(risk.Total);
            resolved += Width(risk.GivenResolved);
            nothing += Width(risk.GivenNothing);
        }
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{accrual}: {inside} of {Worlds} inside, {belowBad} below the bad case, error over its deviation {Math.Sqrt(squares / Worlds):0.00}; "
            + $"width {daily / nothing:0.00} of that without knowledge, {daily / resolved:0.00} of that from resolved rounds");
        Assert.InRange(inside / (double)Worlds, 0.85, 0.96);
        Assert.InRange(belowBad / (double)Worlds, 0, 0.05);
        // Student's t with five degrees of freedom has a deviation of 1.29.
        Assert.InRange(Math.Sqrt(squares / Worlds), 0.8, 1.29);
        // Perfect knowledge of all days so far would leave 0.80: those to come count in more rounds.
        Assert.True(daily < 0.83 * nothing);
        Assert.True(daily < resolved && resolved < nothing);
    }

    [Fact]
    public void A_round_is_known_the_better_the_more_of_its_days_are_scored()
    {
        SimulatedRounds world = new(3, Models, Resolved + Open, Days, ownShare: 0.07, common: 0.3, mean: 0.005);
        OpenRisk risk = Assess(world.Panel(Resolved, Open, ScoreAccrual.Sum), world.Models);
        Assert.Equal(Open, risk.Rounds.Count);
        Assert.All(risk.Rounds.Zip(risk.Rounds.Skip(1)), pair =>
        {
            Assert.True(pair.First.ScoredDays >= pair.Second.ScoredDays);
            Assert.True(pair.First.Own.Deviation <= pair.Second.Own.Deviation);
            Assert.True(pair.First.Running.Deviation <= pair.Second.Running.Deviation);
        });
        Assert.Equal(Days - 1, risk.Rounds[0].ScoredDays);
        Assert.Equal(0, risk.Rounds[^1].ScoredDays);
        Assert.Equal(risk.Total, risk.Rounds[^1].Running);
    }

    private static double Width(Settlement settlement) => (settlement.High - settlement.Low).ToDouble();

    private static OpenRisk Assess(ScorePanel panel, IReadOnlyList<Model> models)
    {
        FundHistory history = FundHistory.Of([PricedTournament.Of(panel, new PricingRule.Chosen(Rule, true, "a test"))]);
        Stake[] stakes =
        [
            .. models.Select(model => new Stake.Atomic(model)
            {
                Setting = new StakeSetting(new Nmr(1), StakeMode.Constant, true),
                InRounds = new Nmr(Open),
                OpenRounds = Open,
                OverlappingRounds = Open,
                PayoutPending = Nmr.Zero,
                Positions = [.. Enumerable.Range(Resolved + 1, Open).Select(number => new OpenPosition(new RoundNumber(number), new Nmr(1)))],
            }),
        ];
        TournamentStakes tournament = new(Tournament.Classic, StakingRegime.Atomic, Some.Round(Resolved + Open), Open, Nmr.Zero, stakes);
        return OpenRisk.Of(new StakeSnapshot("a test", Some.Moment, Nmr.Zero, [tournament]), history, WindowMoments.Of(history), RiskPolicy.Default);
    }
}
