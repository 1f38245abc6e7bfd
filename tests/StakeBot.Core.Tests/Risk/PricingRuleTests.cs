using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class PricingRuleTests
{
    private static readonly PayoutHistory Rules = new(
    [
        Some.Rule("oldest", fromRound: 1, score: "tc"),
        Some.Rule("old", fromRound: 10, score: "corr20"),
        Some.Rule("today", fromRound: 100, score: "corr60"),
        Some.Rule("other", Tournament.Signals, 1, score: "alpha"),
    ]);

    [Fact]
    public void Todays_rule_prices_what_it_can()
    {
        PricingRule.Chosen chosen = Chosen(Panel(50, "corr60", "corr20"));
        Assert.Equal(("today", true, "today's rule"), (chosen.Rule.Name, chosen.IsToday, chosen.Why));
    }

    [Fact]
    public void Else_the_rule_of_the_last_round_does_and_what_is_missing_is_said()
    {
        PricingRule.Chosen chosen = Chosen(Panel(50, "corr20"));
        Assert.Equal(("old", false), (chosen.Rule.Name, chosen.IsToday));
        Assert.Equal("the rule in force at round 50; today's rule needs corr60, which these data do not have", chosen.Why);
    }

    [Theory]
    [InlineData(200, "corr20", "old")]
    [InlineData(5, "corr20", "old")]
    [InlineData(200, "tc", "oldest")]
    public void Else_the_newest_rule_whose_scores_are_there(int lastRound, string score, string expected)
    {
        PricingRule.Chosen chosen = Chosen(Panel(lastRound, score));
        Assert.Equal(expected, chosen.Rule.Name);
        Assert.StartsWith("the newest rule that these data can be priced under", chosen.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_that_no_final_round_has_is_not_there()
    {
        // 60-day scores exist as a column as soon as the first such round opens, two months before one is final.
        ScorePanel panel = new(
            Tournament.Classic,
            [new RoundNumber(98), new RoundNumber(99)],
            [Some.Model()],
            [true, false],
            new Dictionary<ScoreName, double[]> { [ScoreName.Corr20] = [0.1, 0.2], [ScoreName.Corr60] = [double.NaN, 0.3] });

        PricingRule.Chosen chosen = Chosen(panel);

        Assert.Equal("old", chosen.Rule.Name);
        Assert.Equal("The rule 'today' needs corr60, which these data do not have.", Impossible(PricingRule.Choose(panel, Rules, "today")));
    }

    [Fact]
    public void The_rule_asked_for_is_taken_or_refused()
    {
        ScorePanel panel = Panel(50, "corr20", "corr60");
        PricingRule.Chosen old = Assert.IsType<PricingRule.Chosen>(PricingRule.Choose(panel, Rules, "OLD"));
        Assert.Equal(("old", false, "the rule that was asked for"), (old.Rule.Name, old.IsToday, old.Why));
        Assert.True(Assert.IsType<PricingRule.Chosen>(PricingRule.Choose(panel, Rules, "today")).IsToday);
        Assert.StartsWith("There is no payout rule 'x'. Known: oldest, ", Impossible(PricingRule.Choose(panel, Rules, "x")), StringComparison.Ordinal);
        Assert.Equal("The rule 'other' belongs to Signals, these scores to Classic.", Impossible(PricingRule.Choose(panel, Rules, "other")));
        Assert.Equal("The rule 'oldest' needs tc, which these data do not have.", Impossible(PricingRule.Choose(panel, Rules, "oldest")));
    }

    [Fact]
    public void What_cannot_be_priced_is_said()
    {
        Assert.Equal(
            "No known payout rule of Classic can be applied: today's rule needs corr60, which these data do not have.",
            Impossible(PricingRule.Choose(Panel(50, "mmc20"), Rules)));
        Assert.Equal("No payout rule of Crypto is known.", Impossible(PricingRule.Choose(Some.Scores(["A"], [[0.1]], Tournament.Crypto), Rules)));
        Assert.Equal("There are no Classic rounds to price.", Impossible(PricingRule.Choose(Some.Scores(["A"], []), Rules)));
    }

    private static PricingRule.Chosen Chosen(ScorePanel panel) => Assert.IsType<PricingRule.Chosen>(PricingRule.Choose(panel, Rules));

    private static string Impossible(PricingRule rule) => Assert.IsType<PricingRule.Impossible>(rule).Reason;

    private static ScorePanel Panel(int lastRound, params string[] scores) => new(
        Tournament.Classic,
        [new RoundNumber(lastRound - 1), new RoundNumber(lastRound)],
        [Some.Model()],
        [true, true],
        scores.ToDictionary(name => new ScoreName(name), name => (double[])[0.1, 0.2]));
}
