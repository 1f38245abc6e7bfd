using Cronos;

namespace StakeBot.Bot.Watching.Schedules;

/// <summary>
/// When something recurs: a cron line, read in the hours of a place. An hour that a spring night skips counts as the first valid minute after it; one that
/// an autumn night has twice counts once, the first time.
/// </summary>
/// <param name="Cron">Five fields; <c>TUE#1</c> is the first Tuesday.</param>
/// <param name="Zone">An IANA time zone.</param>
internal sealed record Timetable(string Cron, string Zone)
{
    private readonly CronExpression _cron = CronExpression.Parse(Cron);
    private readonly TimeZoneInfo _place = TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>The next time after an instant, UTC; null when there is none any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) =>
        _cron.GetNextOccurrence(after.UtcDateTime, _place) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;

    /// <summary>How often it came up after one instant, up to another.</summary>
    public int CountBetween(DateTimeOffset after, DateTimeOffset until) => _cron.GetOccurrences(after.UtcDateTime, until.UtcDateTime, _place, false, true).Count();

    /// <summary>The date there.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The clock there.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _place);

    /// <summary>Whether a text is a cron line.</summary>
    public static bool IsCron(string text) => CronExpression.TryParse(text, out _);
}
