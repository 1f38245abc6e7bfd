using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>What rounds that are not final have scored so far, as the part of the final return that these days have settled.</summary>
/// <remarks>
/// Of a correlation over d of D days √(d/D) is settled (<see cref="ScoreAccrual.Correlation"/>). The only public daily scores, rounds 1189–1197 of the
/// reference data with 19 to 11 of 20 days, agree: under (d/D)^α their likelihood given the final rounds before them is greatest at α = 0.5 (−111, against
/// −121 at 0, which would be a sum, and −117 at 1; 20 models).
/// </remarks>
public sealed class ProvisionalScores
{
    private readonly Dictionary<(ModelId Model, RoundNumber Round), (double Now, double Part)> _scores;

    private ProvisionalScores(Dictionary<(ModelId, RoundNumber), (double, double)> scores, IReadOnlyDictionary<RoundNumber, int> days)
    {
        _scores = scores;
        Days = days;
    }

    /// <summary>Nothing is scored.</summary>
    public static ProvisionalScores None { get; } = new([], new Dictionary<RoundNumber, int>());

    /// <summary>How many daily scores each round has that is not final and that any model is scored in; at least 1.</summary>
    public IReadOnlyDictionary<RoundNumber, int> Days { get; }

    /// <summary>
    /// Prices the daily scores of a panel. Where it does not say how many there are, they are counted from the last final round: the round after it lacks
    /// one day, the next one two, and so on.
    /// </summary>
    public static ProvisionalScores Of(ScorePanel panel, PayoutRule rule)
    {
        int newest = Enumerable.Range(0, panel.Rounds.Count).Where(panel.IsResolved).DefaultIfEmpty(-1).Max();
        if (newest < 0)
            return None;
        int all = DayKernel.ScoringDaysOf(rule.OverlappingRounds);
        Dictionary<(ModelId, RoundNumber), (double, double)> scores = [];
        Dictionary<RoundNumber, int> days = [];
        for (int t = newest + 1; t < panel.Rounds.Count; t++)
        {
            RoundNumber round = panel.Rounds[t];
            int scored = panel.ScoredDays.TryGetValue(round, out int told) ? Math.Min(told, all) : Math.Min(all - (round - panel.Rounds[newest]), all - 1);
            if (scored < 1)
                continue;
            double share = panel.Accrual == ScoreAccrual.Sum ? 1 : Math.Sqrt((double)scored / all);
            for (int i = 0; i < panel.Models.Count; i++)
            {
                double score = rule.Multipliers.Where(part => part.Multiplier != 0).Sum(part => part.Multiplier * panel[part.Score, t, i]);
                if (!double.IsFinite(score))
                    continue;
                days[round] = scored;
                scores[(panel.Models[i].Id, round)] = (rule.RoundReturn(score), rule.Factor.ForPricing * score * share);
            }
        }
        return new ProvisionalScores(scores, days);
    }

    /// <summary>The return that a round would have if its score stayed as it is; null without a score.</summary>
    public double? NowOf(ModelId model, RoundNumber round) => _scores.TryGetValue((model, round), out (double Now, double Part) score) ? score.Now : null;

    /// <summary>The part of the final return, not clipped, that the days so far have settled; null without a score.</summary>
    public double? PartOf(ModelId model, RoundNumber round) => _scores.TryGetValue((model, round), out (double Now, double Part) score) ? score.Part : null;
}
