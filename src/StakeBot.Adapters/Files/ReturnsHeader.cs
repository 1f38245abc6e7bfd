namespace StakeBot.Adapters.Files;

/// <summary>What the first line of a returns file says.</summary>
/// <param name="IsThere">Whether it is a header, not data.</param>
/// <param name="FirstModel">The column of the first model: 1 behind a column of labels, else 0.</param>
internal sealed record ReturnsHeader(bool IsThere, int FirstModel, IReadOnlyList<string> Names)
{
    public static ReturnsHeader Of(CsvRows rows, FileProblems problems)
    {
        IReadOnlyList<string> first = rows.First;
        bool labelled = first[0].Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() is "round" or "roundnumber" or "date";
        int numbers = first.Count(Cell.IsNumber);
        if (!labelled && numbers == first.Count)
            return new ReturnsHeader(false, 0, [.. first.Select((_, column) => $"S{column}")]);
        string place = $"{rows.Path}, line {rows.FirstLine}";
        if (!labelled && numbers > 0)
            problems.Add($"{place}: some fields are numbers and others are not, so this is neither a header line nor data. Write the names of the models, or numbers in every field.");
        if (labelled && first.Count == 1)
            problems.Add($"{place}: there is no column beside {first[0]}. Add a column for each model.");
        int from = labelled ? 1 : 0;
        CheckNames(rows, from, problems);
        return new ReturnsHeader(true, from, [.. first.Skip(from)]);
    }

    private static void CheckNames(CsvRows rows, int from, FileProblems problems)
    {
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        for (int column = from; column < rows.First.Count; column++)
        {
            if (FileModel.Complaint(rows.First[column]) is { } complaint)
            {
                string advice = column == 0 ? " A column of labels is called round or date." : "";
                problems.Add($"{rows.PlaceAt(rows.FirstLine, column)}: {complaint}{advice}");
            }
            else if (!seen.TryAdd(rows.First[column], column))
            {
                problems.Add($"{rows.PlaceAt(rows.FirstLine, column)}: column {seen[rows.First[column]] + 1} has the same name. Keep one of them.");
            }
        }
    }
}
