using StakeBot.Core.Allocation;

namespace StakeBot.Adapters.Files;

/// <summary>
/// Returns from a csv file for the engine alone: a column for each model, a row for each round. A first column named round, roundNumber or date
/// labels the rows; without a header line the models are S0, S1 and so on. There are no gaps.
/// </summary>
public static class ReturnsFile
{
    private const string Example = "round,alice,bob\n1100,0.0123,-0.0045";
    private const string Good = "0.0123";

    /// <summary>Reads a file.</summary>
    public static FileOutcome<ReturnsTable> Read(string path)
    {
        FileProblems problems = new();
        List<string> notes = [];
        ReturnsTable? table = Table(path, problems, notes);
        return table is null || problems.Any
            ? new FileOutcome<ReturnsTable>.Refused(problems.Refuse(Example))
            : new FileOutcome<ReturnsTable>.Read(table);
    }

    private static ReturnsTable? Table(string path, FileProblems problems, List<string> notes)
    {
        using CsvRows? rows = CsvRows.Open(path, problems, notes);
        if (rows is null)
            return null;
        ReturnsHeader header = ReturnsHeader.Of(rows, problems);
        List<ReturnsRow> read = [];
        if (!header.IsThere)
            read.Add(new ReturnsRow("", rows.FirstLine, [.. rows.First.Select((text, column) => Value(rows.PlaceAt(rows.FirstLine, column), System.Text.Encoding.UTF8.GetBytes(text), problems))]));
        while (rows.Next())
        {
            double[] values = new double[header.Names.Count];
            for (int i = 0; i < values.Length; i++)
                values[i] = Value(rows.Place(i + header.FirstModel), rows.Field(i + header.FirstModel), problems);
            read.Add(new ReturnsRow(header.FirstModel == 1 ? rows.Text(0) : "", rows.Line, values));
        }
        if (read.Count == 0 && !problems.Any)
            problems.Add($"{path} has a header line and no data below it. Add a line for each round.");
        if (header.FirstModel == 1)
            ReturnsRow.SortByLabel(path, rows.First[0], read, problems, notes);
        if (problems.Any)
            return null;
        double[] all = [.. read.SelectMany(row => row.Values)];
        double largest = all.Max(Math.Abs);
        if (largest > 1)
            notes.Add(FormattableString.Invariant($"{path}: the largest value is {largest:0.####}. Returns are plain numbers: 0.01 is 1 %."));
        return new ReturnsTable(header.Names, new ScenarioSet(header.Names.Count, all), notes);
    }

    private static double Value(string place, ReadOnlySpan<byte> field, FileProblems problems)
    {
        CellKind kind = Cell.Read(field, out double value);
        if (kind is not CellKind.Number)
            problems.Add($"{place}: {Cell.Complaint(kind, System.Text.Encoding.UTF8.GetString(field), Good)}");
        return value;
    }
}
