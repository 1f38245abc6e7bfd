using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>The scores of one tournament as they were read; rounds ascend, values are row-major rounds × models.</summary>
/// <param name="Resolved">For each round whether the file calls it final; null when the file does not say.</param>
internal sealed record PanelParts(
    Tournament Tournament,
    IReadOnlyList<RoundNumber> Rounds,
    IReadOnlyList<string> Models,
    IReadOnlyList<bool>? Resolved,
    IReadOnlyDictionary<ScoreName, double[]> Scores)
{
    /// <summary>A model that has no score in as many newest rounds (a week) has stopped.</summary>
    private const int RoundsInWeek = 5;

    public ScorePanel? ToPanel(string path, FileProblems problems, List<string> notes)
    {
        Dictionary<ScoreName, double[]> present = Scores
            .Where(score => Array.Exists(score.Value, value => !double.IsNaN(value)))
            .ToDictionary(score => score.Key, score => score.Value);
        if (present.Count == 0)
        {
            problems.Add($"{path} has rows of {Tournament} and not one score in them. Fill a column such as corr or mmc, or take the rows out.");
            return null;
        }
        foreach ((ScoreName name, double[] values) in present)
            ScoreSanity.CheckNoPercentiles(path, name, values, problems);
        NoteStopped(present.Values, notes);
        return new ScorePanel(
            Tournament,
            Rounds,
            [.. Models.Select(name => FileModel.Of(Tournament, name))],
            Resolved ?? Presume(present.Keys, notes),
            present);
    }

    private bool[] Presume(IEnumerable<ScoreName> scores, List<string> notes)
    {
        int open = ScoreHorizon.RoundsUntilFinal(scores);
        RoundNumber newestFinal = Rounds[^1] - open;
        notes.Add($"{Tournament}: no column says which rounds are resolved, so the rounds after {newestFinal} (the newest {open}) count as provisional. A long file can say which are final in a column resolved (1 or 0).");
        return [.. Rounds.Select(round => round <= newestFinal)];
    }

    private void NoteStopped(IEnumerable<double[]> scores, List<string> notes)
    {
        List<string> stopped = [];
        for (int model = 0; model < Models.Count; model++)
        {
            int last = Rounds.Count - 1;
            while (last >= 0 && scores.All(values => double.IsNaN(values[last * Models.Count + model])))
                last--;
            if (last < 0)
                stopped.Add($"{Models[model]} has no score at all");
            else if (Rounds[^1] - Rounds[last] >= RoundsInWeek)
                stopped.Add($"{Models[model]} stops after round {Rounds[last]}");
        }
        if (stopped.Count > 0)
            notes.Add($"{Tournament}: {Listing.Of(stopped, "; ")}.");
    }
}
