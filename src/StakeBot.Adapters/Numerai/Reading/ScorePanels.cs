using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Makes a table of scores out of the rounds of several models.</summary>
internal static class ScorePanels
{
    /// <summary>The table; null when no round was scored.</summary>
    /// <param name="models">The models with their rounds.</param>
    /// <param name="state">Where their tournament is: which rounds are final, and which scores are paid.</param>
    public static ScorePanel? Of(IReadOnlyList<(Model Model, KeptHistory History)> models, TournamentState state)
    {
        HashSet<ScoreName> paid = [.. state.Rule.Multipliers.Select(part => part.Score)];
        RoundNumber[] scored = [.. models.SelectMany(model => model.History.Rounds).Where(round => round.Scores.Count > 0).Select(round => round.Round)];
        if (scored.Length == 0)
            return null;
        RoundNumber first = scored.Min();
        RoundNumber last = models.SelectMany(model => model.History.Rounds).Max(round => round.Round);
        RoundNumber[] rounds = [.. Enumerable.Range(first.Value, last - first + 1).Select(number => new RoundNumber(number))];
        string[] labels = [.. models.SelectMany(model => model.History.Rounds).SelectMany(round => round.Scores.Keys).Distinct().Order(StringComparer.Ordinal)];
        HashSet<RoundNumber> open = [.. models.SelectMany(model => model.History.Rounds).Where(round => !round.IsFinal).Select(round => round.Round)];
        return new ScorePanel(
            state.Tournament,
            rounds,
            [.. models.Select(model => model.Model)],
            [.. rounds.Select(round => round <= state.ResolvedThrough && !open.Contains(round))],
            labels.ToDictionary(ScoreLabels.NameOf, label => Values(label, rounds, models)))
        {
            ScoredDays = Days(models, paid),
        };
    }

    // Scores over 20 and over 60 days stand side by side: only those that are paid count, and the one that is least far.
    private static Dictionary<RoundNumber, int> Days(IReadOnlyList<(Model Model, KeptHistory History)> models, HashSet<ScoreName> paid) => models
        .SelectMany(model => model.History.Rounds)
        .SelectMany(round => round.Days.Where(told => paid.Contains(ScoreLabels.NameOf(told.Key))).Select(told => (round.Round, Days: told.Value)))
        .GroupBy(told => told.Round)
        .ToDictionary(group => group.Key, group => group.Min(told => told.Days));

    private static double[] Values(string label, RoundNumber[] rounds, IReadOnlyList<(Model Model, KeptHistory History)> models)
    {
        double[] values = new double[rounds.Length * models.Count];
        Array.Fill(values, double.NaN);
        for (int i = 0; i < models.Count; i++)
        {
            foreach (ModelRound round in models[i].History.Rounds)
            {
                int t = round.Round - rounds[0];
                if (t >= 0 && t < rounds.Length && round.Scores.TryGetValue(label, out double value))
                    values[t * models.Count + i] = value;
            }
        }
        return values;
    }
}
