namespace StakeBot.Bot.Watching.Schedules;

/// <summary>The hours in which nothing rings that can wait, in the hours of a place; from 22:00 to 07:00 goes over midnight.</summary>
internal sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone)
{
    /// <summary>The first moment from an instant on that is not quiet.</summary>
    public DateTimeOffset EndOf(DateTimeOffset at)
    {
        // By instants, not by the hands of the clock: they pass an hour of an autumn night twice.
        Timetable ends = Daily(To);
        return Daily(From).Last(at) > ends.Last(at) ? ends.Next(at) ?? at : at;
    }

    public override string ToString() => $"{ClockTime.Show(From)}–{ClockTime.Show(To)}";

    private Timetable Daily(TimeOnly time) => new($"{time.Minute} {time.Hour} * * *", Zone);
}
