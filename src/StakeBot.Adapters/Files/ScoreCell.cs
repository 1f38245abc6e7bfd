namespace StakeBot.Adapters.Files;

/// <summary>Reads a field that holds a score or a gap.</summary>
internal static class ScoreCell
{
    private const string Good = "0.0123";

    /// <summary>The score; NaN for a gap and for what became a problem.</summary>
    public static double Read(CsvRows rows, int column, FileProblems problems)
    {
        CellKind kind = Cell.Read(rows.Field(column), out double value);
        if (kind is CellKind.Gap)
            return double.NaN;
        if (kind is CellKind.Number && ScoreSanity.IsScore(value))
            return value;
        string wrong = kind is CellKind.Number
            ? $"'{rows.Text(column)}' is no score: scores lie between -1 and 1. If it is in percent, divide by 100."
            : Cell.Complaint(kind, rows.Text(column), Good) + " Leave the field empty where there is no score.";
        problems.Add($"{rows.Place(column)}: {wrong}");
        return double.NaN;
    }
}
