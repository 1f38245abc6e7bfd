namespace StakeBot.Bot.Watching.Digests;

/// <summary>Days of the week as people type them, in cron's words.</summary>
internal static class DigestDays
{
    private static readonly string[] Names = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

    /// <summary><c>daily</c>, <c>weekdays</c>, <c>mon-sat</c>, <c>mon,thu</c> in cron's words; null when it is none of these.</summary>
    public static string? Parse(string typed)
    {
        string text = typed.Trim().ToUpperInvariant();
        return text switch
        {
            "DAILY" or "ALL" or "*" => "*",
            "WEEKDAYS" => "MON-FRI",
            _ => text.Split(',').All(IsDayOrSpan) ? text : null,
        };
    }

    /// <summary>In words: <c>daily</c>, <c>Mon–Sat</c>.</summary>
    public static string Show(string days) => days == "*"
        ? "daily"
        : string.Join(", ", days.Split(',').Select(part => string.Join('–', part.Split('-').Select(day => day[..1] + day[1..].ToLowerInvariant()))));

    private static bool IsDayOrSpan(string part) => part.Split('-') switch
    {
        [var day] => Names.Contains(day),
        [var from, var to] => Array.IndexOf(Names, from) is var first and >= 0 && Array.IndexOf(Names, to) > first,
        _ => false,
    };
}
