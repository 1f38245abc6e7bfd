using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Reads the long form: a row for each model and round, a column for each score.</summary>
internal static class LongScores
{
    public const string Example = "tournament,model,round,corr,mmc,resolved\n8,alice,1100,0.0123,-0.0045,1";

    public static IReadOnlyList<PanelParts> Read(CsvRows rows, FileProblems problems, List<string> notes)
    {
        if (LongColumns.Of(rows, problems, notes) is not { } columns)
            return [];
        SortedDictionary<Tournament, ScoreGrid> grids = [];
        double[] values = new double[columns.Scores.Count];
        int count = 0;
        for (; rows.Next(); count++)
        {
            Tournament? tournament = ReadTournament(rows, columns, problems);
            string model = rows.Text(columns.Model);
            if (FileModel.Complaint(model) is { } complaint)
                problems.Add($"{rows.Place(columns.Model)}: {complaint}");
            RoundNumber? round = RoundLabel.Read(rows.Text(columns.Round), out string unread);
            if (round is null)
                problems.Add($"{rows.Place(columns.Round)}: {unread}");
            bool? resolved = ReadResolved(rows, columns, problems);
            for (int s = 0; s < values.Length; s++)
                values[s] = ScoreCell.Read(rows, columns.Scores[s], problems);
            if (tournament is null || round is null)
                continue;
            if (!grids.TryGetValue(tournament.Value, out ScoreGrid? grid))
                grids.Add(tournament.Value, grid = new ScoreGrid(tournament.Value, columns.Names));
            grid.Add(model, round.Value, rows.Line, resolved, values);
        }
        if (count == 0 && !problems.Any)
            problems.Add($"{rows.Path} has a header line and no data below it. Add a line for each model and round.");
        return [.. grids.Values.Select(grid => grid.ToParts(rows.Path, problems, notes)).OfType<PanelParts>()];
    }

    private static Tournament? ReadTournament(CsvRows rows, LongColumns columns, FileProblems problems)
    {
        if (columns.Tournament is not { } column)
            return columns.Default;
        Tournament? tournament = TournamentNames.Read(rows.Text(column));
        if (tournament is null)
            problems.Add($"{rows.Place(column)}: '{rows.Text(column)}' is no tournament. Write {TournamentNames.Known}.");
        return tournament;
    }

    private static bool? ReadResolved(CsvRows rows, LongColumns columns, FileProblems problems)
    {
        if (columns.Resolved is not { } column)
            return null;
        string text = rows.Text(column);
        switch (text.ToLowerInvariant())
        {
            case "1" or "true" or "yes":
                return true;
            case "0" or "false" or "no":
                return false;
            default:
                problems.Add($"{rows.Place(column)}: '{text}' does not say whether the round is resolved. Write 1 (final) or 0 (provisional).");
                return false;
        }
    }
}
