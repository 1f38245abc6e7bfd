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

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
