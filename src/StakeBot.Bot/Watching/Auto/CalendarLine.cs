using StakeBot.Bot.Commands;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>The calendar of automatic proposals as a cron line: minute, hour, day of the month, month, day of the week.</summary>
internal static class CalendarLine
{
    private const int Fields = 5;
    private const string Example = "Example: calendar:\"0 9 * * MON\" is every Monday at 09:00: minute, hour, day of the month, month, day of the week.";

    // As far as anybody plans; the rarest line, 29 February on one day of the week, may have nothing in it.
    private static readonly TimeSpan LookedAt = TimeSpan.FromDays(5 * 366);

    /// <summary>With one blank between its fields.</summary>
    public static string Tidy(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>Why a line is no calendar; null when it is one.</summary>
    public static string? Fault(string cron, string zone, DateTimeOffset now)
    {
        if (cron.Split(' ').Length != Fields || !Timetable.IsCron(cron))
            return $"'{OptionValue.Shown(cron)}' is no cron line of five fields. {Example}";
        Timetable times = new(cron, zone);
        DateTimeOffset? at = times.Next(now);
        if (at is null || at > now + LookedAt)
            return $"'{OptionValue.Shown(cron)}' comes up on no day of the next five years. {Example}";
        for (DateTimeOffset before = at.Value; times.Next(before) is { } next && next < now + LookedAt; before = next)
        {
            if (times.DayOf(next) == times.DayOf(before))
                return $"'{OptionValue.Shown(cron)}' comes up more than once a day: a proposal is worth reading once a day at most. {Example}";
        }
        return null;
    }

    /// <summary>A calendar in words where there are short ones, otherwise its line.</summary>
    public static string Words(string cron) => cron.Split(' ') switch
    {
        [_, _, "*", "*", "*"] => "every day",
        [_, _, "*", "*", "TUE"] => "every Tuesday",
        [_, _, "*", "*", "TUE#1"] => "the first Tuesday of a month",
        _ => $"\"{cron}\"",
    };
}
