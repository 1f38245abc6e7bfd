namespace StakeBot.Adapters.Files;

/// <summary>Lists in sentences: the first few, and how many more.</summary>
internal static class Listing
{
    private const int Named = 5;

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>The sentence about rows that say the same twice.</summary>
    public static string Repeated(int rows) =>
        rows == 1 ? "1 row repeats another one exactly; it counts once." : $"{rows} rows repeat another one exactly; each counts once.";

    public static string Of<T>(IReadOnlyCollection<T> items, string separator = ", ") =>
        items.Count <= Named
            ? string.Join(separator, items)
            : string.Join(separator, items.Take(Named)) + $" and {items.Count - Named} more";
}
