using System.Globalization;

namespace StakeBot.Bot.Features.Export;

/// <summary>The days that are exported, UTC, both ends included.</summary>
/// <param name="From">The first day; null: from the beginning.</param>
/// <param name="To">The last day; null: until now.</param>
internal sealed record ExportSpan(DateOnly? From, DateOnly? To)
{
    private const string Format = "yyyy-MM-dd";

    private const int ShownAtMost = 20;

    public bool IsEverything => From is null && To is null;

    /// <summary>Reads what somebody typed, or says what is wrong with it.</summary>
    public static (ExportSpan? Span, string? Wrong) Read(string? from, string? to)
    {
        (DateOnly? first, string? wrong) = Day(from);
        if (wrong is not null)
            return (null, wrong);
        (DateOnly? last, wrong) = Day(to);
        if (wrong is not null)
            return (null, wrong);
        return first > last
            ? (null, $"The first day ({Text(first.Value)}) is after the last ({Text(last!.Value)}). Example: /export ledger csv from:2026-09-01 to:2026-09-30.")
            : (new ExportSpan(first, last), null);
    }

    public bool Holds(DateTimeOffset at)
    {
        DateOnly day = DateOnly.FromDateTime(at.UtcDateTime);
        return (From is null || day >= From) && (To is null || day <= To);
    }

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    private static (DateOnly? Day, string? Wrong) Day(string? typed)
    {
        if (typed is null)
            return (null, null);
        if (DateOnly.TryParseExact(typed, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return (day, null);
        string shown = typed.Length <= ShownAtMost ? typed : typed[..ShownAtMost] + "…";
        return (null, $"'{shown}' is no day: write year-month-day, such as 2026-09-01. Example: /export ledger csv from:2026-09-01 to:2026-09-30.");
    }
}
