namespace StakeBot.Bot.Watching.Schedules;

/// <summary>The hours in which nothing rings that can wait, in the hours of a place; from 22:00 to 07:00 goes over midnight.</summary>
internal sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone)
{
    /// <summary>The first moment from an instant on that is not quiet.</summary>
    public DateTimeOffset EndOf(DateTimeOffset at)
    {
        TimeZoneInfo place = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, place);
        if (!TimeOnly.FromDateTime(local.DateTime).IsBetween(From, To))
            return at;
        // As a timetable, so that nights in which the clock is changed end at the right instant.
        return new Timetable($"{To.Minute} {To.Hour} * * *", Zone).Next(at) ?? at;
    }

    public override string ToString() => $"{ClockTime.Show(From)}–{ClockTime.Show(To)}";
}
