using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class PricingTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Scores_are_multiplied_added_scaled_and_clipped()
    {
        PayoutRule rule = Some.Rule(factor: 0.5, clip: 0.05) with
        {
            Multipliers = [new ScoreMultiplier(ScoreName.Corr20, 0.75), new ScoreMultiplier(ScoreName.Mmc20, 2.25), new ScoreMultiplier(new ScoreName("tc"), 0)],
        };
        ScorePanel panel = Panel([10, 11, 12], [true, true, true], [0.04, -0.04, 0.1], [0.02, -0.08, Gap]);

        ReturnMatrix returns = Pricing.Price(panel, rule);

        Assert.Equal(0.5 * (0.75 * 0.04 + 2.25 * 0.02), returns[0, 0], 1e-15);
        Assert.Equal(-0.05, returns[1, 0]);
        Assert.True(double.IsNaN(returns[2, 0]));
        Assert.Equal(new RoundNumber(10), returns.FirstRound);
    }

    [Fact]
    public void Rounds_that_are_not_final_are_left_out_wherever_they_are()
    {
        ReturnMatrix returns = Pricing.Price(Panel([5, 6, 7, 8, 9], [false, true, false, true, false], [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]), Corr);

        Assert.Equal((new RoundNumber(6), new RoundNumber(8), 3), (returns.FirstRound, returns.LastRound, returns.RoundCount));
        Assert.Equal([2, Gap, 4], returns.Column(0));
    }

    [Fact]
    public void A_hole_in_the_round_numbers_is_a_row_of_gaps() =>
        Assert.Equal([1, Gap, Gap, 4], Pricing.Price(Panel([1, 4], [true, true], [1, 4], [0, 0]), Corr).Column(0));

    [Fact]
    public void Without_a_final_round_there_is_nothing()
    {
        ReturnMatrix returns = Pricing.Price(Panel([1, 2], [false, false], [1, 2], [0, 0]), Corr);
        Assert.Equal((0, 1), (returns.RoundCount, returns.ModelCount));
    }

    [Fact]
    public void A_rule_that_pays_no_score_prices_nothing() =>
        Assert.Throws<ArgumentException>(() => Pricing.Price(Panel([1], [true], [1], [1]), Corr with { Multipliers = [new ScoreMultiplier(ScoreName.Corr20, 0)] }));

    [Fact]
    public void A_score_that_the_panel_lacks_is_a_mistake() =>
        Assert.Throws<KeyNotFoundException>(() => Pricing.Price(Panel([1], [true], [1], [1]), Some.Rule(score: "alpha")));

    [Fact]
    public void A_panel_checks_its_shape()
    {
        Assert.Throws<ArgumentException>(() => Panel([2, 1], [true, true], [1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => Panel([1, 1], [true, true], [1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => Panel([1, 2], [true], [1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => Panel([1, 2], [true, true], [1], [1, 2]));
    }

    [Fact]
    public void The_newest_nine_rounds_of_the_reference_scores_are_not_final()
    {
        PricedTournament priced = SharedScores.Priced(SharedScores.Legacy);

        Assert.Equal((new RoundNumber(843), new RoundNumber(1188), 346), (priced.Returns.FirstRound, priced.Returns.LastRound, priced.Returns.RoundCount));
        Assert.Equal((9, 32), (priced.ProvisionalRounds, priced.Returns.ModelCount));
    }

    private static PayoutRule Corr { get; } = Some.Rule(clip: 100);

    private static ScorePanel Panel(int[] rounds, bool[] resolved, double[] corr, double[] mmc) => new(
        Tournament.Classic,
        [.. rounds.Select(round => new RoundNumber(round))],
        [Some.Model()],
        resolved,
        new Dictionary<ScoreName, double[]> { [ScoreName.Corr20] = corr, [ScoreName.Mmc20] = mmc });
}
