using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>How the history of one tournament was priced.</summary>
/// <param name="Tournament">The tournament.</param>
/// <param name="Rule">The one rule for all of its rounds.</param>
/// <param name="IsToday">Whether new rounds are paid under it.</param>
/// <param name="Why">Why this rule, as the end of a sentence.</param>
/// <param name="Window">Its overlapping rounds.</param>
/// <param name="Returns">Round returns of its resolved rounds, rounds × models.</param>
/// <param name="ProvisionalRounds">How many newer rounds were left out because their scores are not final.</param>
public sealed record PricedTournament(
    Tournament Tournament,
    PayoutRule Rule,
    bool IsToday,
    string Why,
    RoundWindow Window,
    ReturnMatrix Returns,
    int ProvisionalRounds)
{
    /// <summary>What the rounds that are not final have scored so far.</summary>
    public Settling.ProvisionalScores Provisional { get; init; } = Settling.ProvisionalScores.None;

    /// <summary>Prices a panel.</summary>
    public static PricedTournament Of(ScorePanel panel, PricingRule.Chosen choice) =>
        new(panel.Tournament, choice.Rule, choice.IsToday, choice.Why, RoundWindow.Of(choice.Rule), Pricing.Price(panel, choice.Rule), panel.ProvisionalRounds)
        {
            Provisional = Settling.ProvisionalScores.Of(panel, choice.Rule),
        };
}
