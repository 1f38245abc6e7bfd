using System.Globalization;

namespace StakeBot.Bot.Watching.Schedules;

/// <summary>A time of day as it is typed and shown: <c>08:00</c>.</summary>
internal static class ClockTime
{
    /// <summary>The time; null when the text is none.</summary>
    public static TimeOnly? Parse(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;

    public static string Show(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
