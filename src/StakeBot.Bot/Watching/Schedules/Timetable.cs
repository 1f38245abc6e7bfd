using Cronos;

namespace StakeBot.Bot.Watching.Schedules;

/// <summary>
/// When something recurs: a cron line, read in the hours of a place. An hour that a spring night skips counts as the first valid minute after it; one that
/// an autumn night has twice counts once, the first time.
/// </summary>
/// <param name="Cron">Five fields; <c>TUE#1</c> is the first Tuesday.</param>
/// <param name="Zone">An IANA time zone; one that this machine does not know is read as UTC.</param>
internal sealed record Timetable(string Cron, string Zone)
{
    // What is daily has come up in it, also where a date line was moved.
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    private readonly CronExpression _cron = CronExpression.Parse(Cron);
    private readonly TimeZoneInfo _place = Zones.PlaceOf(Zone);

    /// <summary>The next time after an instant, UTC; null when there is none any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) =>
        _cron.GetNextOccurrence(after.UtcDateTime, _place) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;

    /// <summary>The newest time up to an instant, within two days, UTC; null when there was none.</summary>
    public DateTimeOffset? Last(DateTimeOffset upTo) =>
        _cron.GetOccurrences((upTo - TwoDays).UtcDateTime, upTo.UtcDateTime, _place, false, true).Select(at => (DateTimeOffset?)new DateTimeOffset(at, TimeSpan.Zero)).LastOrDefault();

    /// <summary>How often it came up after one instant, up to another.</summary>
    public int CountBetween(DateTimeOffset after, DateTimeOffset until) => _cron.GetOccurrences(after.UtcDateTime, until.UtcDateTime, _place, false, true).Count();

    /// <summary>The date there.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The clock there.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _place);

    /// <summary>Whether a text is a cron line.</summary>
    public static bool IsCron(string text) => CronExpression.TryParse(text, out _);
}
