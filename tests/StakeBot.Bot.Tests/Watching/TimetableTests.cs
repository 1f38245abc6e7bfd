using System.Globalization;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Tests.Watching;

public sealed class TimetableTests
{
    [Theory]
    // Berlin, the spring night without 02:30: the first valid minute after it.
    [InlineData("30 2 * * *", "Europe/Berlin", "2027-03-27T12:00Z", "2027-03-28T01:00Z")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2027-03-28T01:00Z", "2027-03-29T00:30Z")]
    [InlineData("0 8 * * *", "Europe/Berlin", "2027-03-27T12:00Z", "2027-03-28T06:00Z")]
    // Berlin, the autumn night with two 02:30: the first, once.
    [InlineData("30 2 * * *", "Europe/Berlin", "2027-10-30T12:00Z", "2027-10-31T00:30Z")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2027-10-31T00:30Z", "2027-11-01T01:30Z")]
    [InlineData("0 8 * * *", "Europe/Berlin", "2027-10-30T12:00Z", "2027-10-31T07:00Z")]
    // New York.
    [InlineData("30 2 * * *", "America/New_York", "2027-03-13T12:00Z", "2027-03-14T07:00Z")]
    [InlineData("30 1 * * *", "America/New_York", "2027-11-06T12:00Z", "2027-11-07T05:30Z")]
    [InlineData("30 1 * * *", "America/New_York", "2027-11-07T05:30Z", "2027-11-08T06:30Z")]
    // Lord Howe changes by half an hour.
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2027-10-02T00:00Z", "2027-10-02T15:30Z")]
    [InlineData("45 1 * * *", "Australia/Lord_Howe", "2027-04-03T00:00Z", "2027-04-03T14:45Z")]
    [InlineData("45 1 * * *", "Australia/Lord_Howe", "2027-04-03T14:45Z", "2027-04-04T15:15Z")]
    // A zone without summer time.
    [InlineData("30 2 * * *", "Asia/Tokyo", "2027-03-27T12:00Z", "2027-03-27T17:30Z")]
    // The first Tuesday.
    [InlineData("0 10 * * TUE#1", "Europe/Berlin", "2026-11-22T12:00Z", "2026-12-01T09:00Z")]
    public void The_next_time_is_reckoned_in_the_hours_of_the_place(string cron, string zone, string after, string next) =>
        Assert.Equal(At(next), new Timetable(cron, zone).Next(At(after)));

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("UTC", "UTC")]
    [InlineData("utc", "UTC")]
    [InlineData("Middle Earth", null)]
    [InlineData("", null)]
    [InlineData("../../etc/passwd", null)]
    public void A_zone_is_found_as_people_type_it(string typed, string? zone) => Assert.Equal(zone, Zones.Find(typed));

    [Theory]
    [InlineData("2026-11-22T20:59Z", "2026-11-22T20:59Z")]
    [InlineData("2026-11-22T21:00Z", "2026-11-23T06:00Z")]
    [InlineData("2026-11-23T05:59Z", "2026-11-23T06:00Z")]
    [InlineData("2027-03-27T23:00Z", "2027-03-28T05:00Z")]
    public void Quiet_hours_end_by_the_clock_of_the_place(string at, string end) =>
        Assert.Equal(At(end), new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Berlin").EndOf(At(at)));

    [Theory]
    // Berlin, the autumn night in which 02:00 to 03:00 comes twice: quiet ends with the first 02:30, and begins with it.
    [InlineData("22:00", "02:30", "2026-10-25T00:29Z", "2026-10-25T00:30Z")]
    [InlineData("22:00", "02:30", "2026-10-25T00:30Z", "2026-10-25T00:30Z")]
    [InlineData("22:00", "02:30", "2026-10-25T01:10Z", "2026-10-25T01:10Z")]
    [InlineData("02:30", "07:00", "2026-10-25T00:20Z", "2026-10-25T00:20Z")]
    [InlineData("02:30", "07:00", "2026-10-25T01:10Z", "2026-10-25T06:00Z")]
    // The spring night without 02:00 to 03:00.
    [InlineData("22:00", "02:30", "2027-03-28T00:59Z", "2027-03-28T01:00Z")]
    [InlineData("22:00", "02:30", "2027-03-28T01:00Z", "2027-03-28T01:00Z")]
    [InlineData("02:10", "02:50", "2027-03-28T01:00Z", "2027-03-28T01:00Z")]
    public void Quiet_hours_of_a_night_in_which_the_clock_is_changed_end_once(string from, string to, string at, string end) =>
        Assert.Equal(At(end), new QuietHours(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture), "Europe/Berlin").EndOf(At(at)));

    [Fact]
    public void A_zone_that_this_machine_does_not_know_is_read_as_UTC()
    {
        Assert.False(Zones.IsKnown("Atlantis/Poseidonis"));
        Assert.Equal(At("2026-11-23T08:00Z"), new Timetable("0 8 * * *", "Atlantis/Poseidonis").Next(At("2026-11-22T12:00Z")));
        Assert.Equal(At("2026-11-23T07:00Z"), new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "Atlantis/Poseidonis").EndOf(At("2026-11-22T23:00Z")));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
