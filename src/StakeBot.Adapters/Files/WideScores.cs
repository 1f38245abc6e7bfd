using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>One wide file: a row for each round, a column for each model, one score.</summary>
/// <param name="Lines">The line of each round.</param>
/// <param name="Values">Row-major rounds × models, in the order of <paramref name="Rounds"/>, which ascend.</param>
internal sealed record WideScores(
    string Path,
    IReadOnlyList<RoundNumber> Rounds,
    IReadOnlyList<int> Lines,
    IReadOnlyList<string> Models,
    double[] Values)
{
    public const string Example = "round,alice,bob\n1100,0.0123,NA";

    private sealed record Row(RoundNumber Round, int Line, double[] Values);

    public static bool IsWide(IReadOnlyList<string> header) => ScoreColumns.IsRound(header[0]) || ScoreColumns.IsDate(header[0]);

    public static WideScores? Read(CsvRows rows, FileProblems problems, List<string> notes)
    {
        int before = problems.Count;
        CheckHeader(rows, problems);
        if (ScoreColumns.IsDate(rows.First[0]))
            notes.Add($"{rows.Path}: the dates count as the days on which the rounds opened.");
        List<Row> read = [];
        while (rows.Next())
        {
            RoundNumber? round = RoundLabel.Read(rows.Text(0), out string unread);
            if (round is null)
                problems.Add($"{rows.Place(0)}: {unread}");
            double[] values = new double[rows.First.Count - 1];
            for (int m = 0; m < values.Length; m++)
                values[m] = ScoreCell.Read(rows, m + 1, problems);
            if (round is { } known)
                read.Add(new Row(known, rows.Line, values));
        }
        if (read.Count == 0 && problems.Count == before)
            problems.Add($"{rows.Path} has a header line and no data below it. Add a line for each round.");
        Row[] kept = [.. Once(rows.Path, read, problems, notes)];
        return problems.Count > before
            ? null
            : new WideScores(rows.Path, [.. kept.Select(row => row.Round)], [.. kept.Select(row => row.Line)], [.. rows.First.Skip(1)], [.. kept.SelectMany(row => row.Values)]);
    }

    private static void CheckHeader(CsvRows rows, FileProblems problems)
    {
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        if (rows.First.Count == 1)
            problems.Add($"{rows.Path}, line {rows.FirstLine}: there is no column beside {rows.First[0]}. Add a column for each model.");
        for (int column = 1; column < rows.First.Count; column++)
        {
            string place = rows.PlaceAt(rows.FirstLine, column), name = rows.First[column];
            if (FileModel.Complaint(name) is { } complaint)
                problems.Add($"{place}: {complaint}");
            else if (ScoreColumns.Score(name) is not null || ScoreColumns.IsTournament(name))
                problems.Add($"{place}: there is no column model, so {name} would be the name of a model. Add the column model, with a row for each model and round.");
            else if (!seen.TryAdd(name, column))
                problems.Add($"{place}: column {seen[name] + 1} has the same name. Keep one of them.");
        }
    }

    private static IEnumerable<Row> Once(string path, List<Row> rows, FileProblems problems, List<string> notes)
    {
        int repeated = 0;
        foreach (IGrouping<RoundNumber, Row> same in rows.GroupBy(row => row.Round).OrderBy(group => group.Key))
        {
            Row first = same.First();
            foreach (Row other in same.Skip(1))
            {
                if (other.Values.AsSpan().SequenceEqual(first.Values))
                    repeated++;
                else
                    problems.Add($"{path}, lines {first.Line} and {other.Line}: two different rows for round {first.Round}. Keep the right one.");
            }
            yield return first;
        }
        if (repeated > 0)
            notes.Add($"{path}: {Listing.Repeated(repeated)}");
    }
}
