using System.Globalization;
using StakeBot.Core.Money;

namespace StakeBot.Adapters.Files;

/// <summary>Reads the fields of the current row of a stakes file; an empty one, or a column that is not there, is null.</summary>
internal sealed class StakeCells(CsvRows rows, StakeColumns columns, FileProblems problems)
{
    /// <summary>11 million NMR is all that can ever exist.</summary>
    private static readonly Nmr Supply = new(11_000_000);

    public int Line => rows.Line;

    public string? Text(string column) =>
        columns[column] is { } index && rows.Text(index) is { } text && !Cell.IsGap(text) ? text : null;

    public void Complain(string column, string sentence) =>
        problems.Add(columns[column] is { } index ? $"{rows.Place(index)}: {sentence}" : $"{rows.Path}, line {rows.Line}: {sentence}");

    public Nmr? Amount(string column, bool mayBeNegative = false)
    {
        if (Text(column) is not { } text)
            return null;
        if (!Nmr.TryParse(text, out Nmr amount))
            Complain(column, Cell.Complaint(Cell.Read(System.Text.Encoding.UTF8.GetBytes(text), out _), text, "12.5"));
        else if (amount < Nmr.Zero && !mayBeNegative)
            Complain(column, $"'{text}' is negative. Write the NMR that is there, 0 or more.");
        else if (amount > Supply || -amount > Supply)
            Complain(column, $"'{text}' is more NMR than exists. Write the amount in NMR, not in wei.");
        else
            return amount;
        return null;
    }

    public int? Count(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return count;
        Complain(column, $"'{text}' is no number of rounds. Write a whole number such as 24.");
        return null;
    }

    public DateTimeOffset? Instant(string column)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (Text(column) is not { } text)
            return null;
        if (RoundLabel.TryDay(text, out _) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTimeOffset instant))
            return instant;
        Complain(column, $"'{text}' is no date. Write it as 2026-12-31.");
        return null;
    }

    public T? Word<T>(string column, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(column) is not { } text)
            return null;
        if (words.TryGetValue(text.ToLowerInvariant(), out T value))
            return value;
        Complain(column, $"'{text}' is not known. Write one of {string.Join(", ", words.Keys)}.");
        return null;
    }
}
