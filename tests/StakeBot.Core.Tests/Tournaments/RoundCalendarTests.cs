using System.Globalization;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Tournaments;

public sealed class RoundCalendarTests
{
    [Theory]
    [InlineData(589, "2023-10-07")]
    [InlineData(843, "2024-09-27")]
    [InlineData(1100, "2025-09-23")]
    [InlineData(1101, "2025-09-24")]
    [InlineData(1099, "2025-09-20")]
    [InlineData(1164, "2025-12-20")]
    [InlineData(1197, "2026-02-05")]
    [InlineData(1404, "2026-11-21")]
    public void Rounds_open_from_Tuesday_to_Saturday(int round, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), RoundCalendar.OpenDate(new RoundNumber(round)));

    [Fact]
    public void The_newest_round_of_a_day_opened_on_it_or_before()
    {
        for (int day = new DateOnly(2023, 10, 7).DayNumber; day < new DateOnly(2027, 1, 1).DayNumber; day++)
        {
            DateOnly date = DateOnly.FromDayNumber(day);
            RoundNumber newest = RoundCalendar.NewestOn(date);
            Assert.True(RoundCalendar.OpenDate(newest) <= date);
            Assert.True(RoundCalendar.OpenDate(newest + 1) > date);
        }
    }

    [Fact]
    public void The_calendar_agrees_with_the_reference_data()
    {
        string path = SharedData.Find("scores.csv") ?? "";
        Assert.SkipWhen(path.Length == 0, SharedData.Missing);

        var days = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(cell => (Round: cell[2], Day: cell[3])).Distinct().ToArray();

        Assert.Equal(355, days.Length);
        Assert.All(days, pair => Assert.Equal(
            pair.Day,
            RoundCalendar.OpenDate(new RoundNumber(int.Parse(pair.Round, CultureInfo.InvariantCulture))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
