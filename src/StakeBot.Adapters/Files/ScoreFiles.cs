using StakeBot.Core.Risk;

namespace StakeBot.Adapters.Files;

/// <summary>
/// Scores from csv files, in one of two forms. Long: one file, a row for each model and round, columns tournament, model, round, one for each score, resolved.
/// Wide: two files (corr and mmc), a row for each round and a column for each model.
/// </summary>
public static class ScoreFiles
{
    /// <summary>Reads one long file or a pair of wide files.</summary>
    public static FileOutcome<ScoreFile> Read(IReadOnlyList<string> paths)
    {
        FileProblems problems = new();
        List<string> notes = [];
        IReadOnlyList<PanelParts> parts = Parts(paths, problems, notes);
        ScorePanel[] panels = problems.Any ? [] : [.. parts.Select(part => part.ToPanel(string.Join(" and ", paths), problems, notes)).OfType<ScorePanel>()];
        return problems.Any
            ? new FileOutcome<ScoreFile>.Refused(problems.Refuse(paths.Count == 2 ? WideScores.Example : LongScores.Example))
            : new FileOutcome<ScoreFile>.Read(new ScoreFile(panels, notes));
    }

    private static IReadOnlyList<PanelParts> Parts(IReadOnlyList<string> paths, FileProblems problems, List<string> notes)
    {
        switch (paths.Count)
        {
            case 1:
                return One(paths[0], problems, notes);
            case 2:
                WideScores? left = OneOfTwo(paths[0], problems, notes), right = OneOfTwo(paths[1], problems, notes);
                return left is not null && right is not null && WidePair.Join(left, right, problems, notes) is { } parts ? [parts] : [];
            default:
                problems.Add($"{paths.Count} scores files are named. Name one long file, or two wide ones (corr and mmc).");
                return [];
        }
    }

    private static IReadOnlyList<PanelParts> One(string path, FileProblems problems, List<string> notes)
    {
        using CsvRows? rows = CsvRows.Open(path, problems, notes);
        if (rows is null)
            return [];
        if (LongColumns.IsLong(rows.First))
            return LongScores.Read(rows, problems, notes);
        problems.Add(WideScores.IsWide(rows.First) && !rows.First.Any(name => ScoreColumns.Score(name) is not null)
            ? $"{path} is a wide file and holds one score only. Name the file with the other score too, such as corr.csv and mmc.csv."
            : NoHeader(rows));
        return [];
    }

    private static WideScores? OneOfTwo(string path, FileProblems problems, List<string> notes)
    {
        using CsvRows? rows = CsvRows.Open(path, problems, notes);
        if (rows is null)
            return null;
        if (LongColumns.IsLong(rows.First))
        {
            problems.Add($"{path} is a long file, with all its scores in it. Name it alone.");
            return null;
        }
        if (WideScores.IsWide(rows.First))
            return WideScores.Read(rows, problems, notes);
        problems.Add(NoHeader(rows));
        return null;
    }

    private static string NoHeader(CsvRows rows) =>
        rows.First.Any(Cell.IsNumber)
            ? $"{rows.Path}, line {rows.FirstLine}: this looks like data, and the header line is missing. Put the names of the columns into the first line."
            : $"{rows.Path}, line {rows.FirstLine}: there is no column model, and the first column is not called round. The columns found are {Listing.Of([.. rows.First.Select(name => $"'{name}'")])}.";
}
