using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Where the columns of a long scores file are: one row for each model and round.</summary>
internal sealed record LongColumns(int Model, int Round, int? Tournament, int? Resolved, IReadOnlyList<int> Scores, IReadOnlyList<ScoreName> Names)
{
    /// <summary>Which tournament rows are of when no column says so.</summary>
    public Tournament Default => Names.All(name => name == ScoreName.Alpha || name == ScoreName.Mpc) ? Core.Tournaments.Tournament.Signals : Core.Tournaments.Tournament.Classic;

    public static bool IsLong(IReadOnlyList<string> header) => header.Any(ScoreColumns.IsModel);

    public static LongColumns? Of(CsvRows rows, FileProblems problems, List<string> notes)
    {
        int before = problems.Count;
        int? model = Single(rows, ScoreColumns.IsModel, problems);
        int? round = Single(rows, ScoreColumns.IsRound, problems);
        int? tournament = Single(rows, ScoreColumns.IsTournament, problems);
        int? resolved = Single(rows, ScoreColumns.IsResolved, problems);
        Dictionary<ScoreName, int> scores = [];
        List<string> ignored = [];
        for (int column = 0; column < rows.First.Count; column++)
        {
            string header = rows.First[column];
            if (ScoreColumns.Score(header) is { } score && !scores.TryAdd(score, column))
                problems.Add($"{rows.PlaceAt(rows.FirstLine, column)}: '{rows.First[scores[score]]}' and '{header}' are both {score}. Keep one of them.");
            else if (ScoreColumns.IsOther(header))
                ignored.Add(header);
        }
        if (round is null && problems.Count == before)
            problems.Add($"{rows.Path}, line {rows.FirstLine}: there is no column round. Add one with the number of the round.");
        if (scores.Count == 0)
            problems.Add($"{rows.Path}, line {rows.FirstLine}: no column is a score. Name at least one corr, mmc, corr60, mmc60, alpha or mpc.");
        if (problems.Count > before)
            return null;
        if (ignored.Count > 0)
            notes.Add($"{rows.Path}: columns that are not used: {Listing.Of(ignored)}.");
        LongColumns columns = new(model!.Value, round!.Value, tournament, resolved, [.. scores.Values], [.. scores.Keys]);
        if (tournament is null)
            notes.Add($"{rows.Path} has no column tournament, so every row counts as {columns.Default}.");
        return columns;
    }

    private static int? Single(CsvRows rows, Func<string, bool> isIt, FileProblems problems)
    {
        int[] found = [.. Enumerable.Range(0, rows.First.Count).Where(column => isIt(rows.First[column]))];
        if (found.Length > 1)
            problems.Add($"{rows.PlaceAt(rows.FirstLine, found[1])}: column {found[0] + 1} says the same. Keep one of them.");
        return found.Length == 0 ? null : found[0];
    }
}
