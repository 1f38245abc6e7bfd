using System.Globalization;

namespace StakeBot.Adapters.Files;

/// <summary>One row of a returns file.</summary>
internal sealed record ReturnsRow(string Label, int Line, double[] Values)
{
    /// <summary>Drawdowns need the rows in time order, so labels that can be compared decide it.</summary>
    public static void SortByLabel(string path, string labelColumn, List<ReturnsRow> rows, FileProblems problems, List<string> notes)
    {
        foreach (IGrouping<string, ReturnsRow> same in rows.GroupBy(row => row.Label, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add($"{path}, lines {string.Join(" and ", same.Take(2).Select(row => row.Line))}: {same.Count()} rows are labelled '{same.Key}'. Keep one.");
        if (rows.Exists(row => TimeOf(row.Label) is null))
        {
            notes.Add($"{path}: not every {labelColumn} is a number or a date such as 2025-09-23, so the rows count as they stand.");
            return;
        }
        ReturnsRow[] sorted = [.. rows.OrderBy(row => TimeOf(row.Label))];
        if (sorted.SequenceEqual(rows))
            return;
        notes.Add($"{path}: the rows are not in order, so they were sorted by {labelColumn}.");
        rows.Clear();
        rows.AddRange(sorted);
    }

    private static long? TimeOf(string label) =>
        long.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : RoundLabel.TryDay(label, out DateOnly day) ? day.DayNumber
        : null;
}
