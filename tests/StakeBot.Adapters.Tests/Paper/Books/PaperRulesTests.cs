using StakeBot.Adapters.Paper.Books;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper.Books;

public sealed class PaperRulesTests
{
    [Fact]
    public void The_newest_rule_of_each_tournament_is_played()
    {
        PayoutRule older = PaperExamples.Classic with { Name = "older", FromRound = new RoundNumber(843), Regime = StakingRegime.Legacy };

        PaperRules rules = PaperRules.From(new PayoutHistory([older, PaperExamples.Classic, PaperExamples.Signals]));

        Assert.Same(PaperExamples.Classic, rules.Classic);
        Assert.Same(PaperExamples.Signals, rules.Signals);
    }

    [Fact]
    public void A_missing_rule_is_named() =>
        Refuses("The paper account needs a payout rule for Signals, and none is known.", PaperExamples.Classic);

    [Fact]
    public void A_rule_of_another_regime_is_refused() => Refuses(
        "The paper account plays Signals as Legacy, but rule 'signals-60-legacy' is Atomic.",
        PaperExamples.Classic,
        PaperExamples.Signals with { Regime = StakingRegime.Atomic });

    [Fact]
    public void A_rule_with_other_overlap_is_refused() => Refuses(
        "The paper account has 64 open rounds, but rule 'classic-60-atomic' has 24.",
        PaperExamples.Classic with { OverlappingRounds = 24 },
        PaperExamples.Signals);

    [Fact]
    public void A_rule_that_pays_an_unknown_score_is_refused() => Refuses(
        "The paper account has no score 'tc', which rule 'classic-60-atomic' pays.",
        PaperExamples.Classic with { Multipliers = [new ScoreMultiplier(ScoreName.Corr60, 3), new ScoreMultiplier(new ScoreName("tc"), 1)] },
        PaperExamples.Signals);

    private static void Refuses(string sentence, params PayoutRule[] rules)
    {
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => PaperRules.From(new PayoutHistory(rules)));
        Assert.Equal(sentence, refusal.Message);
    }
}
