using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>
/// What the rounds of one model pay under a rule. All rounds have the factor that the rule prices history with: nobody else's stakes are simulated,
/// so there is no total at risk to compute a round's own factor from.
/// </summary>
internal sealed class RoundPricing(ModelScores scores, PayoutRule rule)
{
    /// <summary>The return of a round by the scores that it has while <paramref name="newest"/> is the newest round; NaN without one.</summary>
    public double Return(RoundNumber round, RoundNumber newest)
    {
        int days = PaperCalendar.DaysScored(round, newest);
        double score = 0;
        foreach (ScoreMultiplier part in rule.Multipliers)
            score += part.Multiplier * scores.Score(part.Score, round, days);
        return rule.RoundReturn(score);
    }

    /// <summary>What the NMR at risk in a round gains or loses by these scores; nothing before the first one.</summary>
    public Nmr Settle(Nmr atRisk, RoundNumber round, RoundNumber newest) =>
        PaperCalendar.DaysScored(round, newest) == 0 ? Nmr.Zero : atRisk.Times(Return(round, newest));
}
