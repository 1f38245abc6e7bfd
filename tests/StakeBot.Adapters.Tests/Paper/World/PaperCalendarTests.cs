using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper.World;

public sealed class PaperCalendarTests
{
    public static TheoryData<int> AWeek => [1400, 1401, 1402, 1403, 1404];

    [Fact]
    public void Saturdays_round_closes_on_Sunday()
    {
        RoundNumber saturday = new(1404);

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), PaperCalendar.Opens(saturday));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero), PaperCalendar.Closes(saturday));
        Assert.Equal(PaperCalendar.Opens(saturday).Date, PaperCalendar.NowIn(saturday).Date);
    }

    [Theory]
    [MemberData(nameof(AWeek))]
    public void A_round_takes_87_days_or_89_over_a_weekend(int number)
    {
        RoundNumber round = new(number);

        int days = (PaperCalendar.Resolves(round).Date - PaperCalendar.Opens(round).Date).Days;

        Assert.Equal(PaperCalendar.Opens(round).DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Wednesday ? 87 : 89, days);
    }

    [Theory]
    [MemberData(nameof(AWeek))]
    public void Sixty_four_rounds_are_open_whenever_one_looks(int newest)
    {
        DateTimeOffset now = PaperCalendar.NowIn(new RoundNumber(newest));

        int open = Enumerable.Range(newest - 100, 110)
            .Select(number => new RoundNumber(number))
            .Count(round => PaperCalendar.Opens(round) <= now && now < PaperCalendar.Resolves(round));

        Assert.Equal(64, open);
    }

    [Theory]
    [MemberData(nameof(AWeek))]
    public void The_clock_and_the_count_of_rounds_agree_on_what_is_final(int newest)
    {
        for (int number = newest - 70; number <= newest; number++)
        {
            RoundNumber round = new(number);
            bool final = PaperCalendar.Resolves(round) <= PaperCalendar.NowIn(new RoundNumber(newest));
            Assert.Equal(final, PaperCalendar.IsResolved(round, new RoundNumber(newest)));
            Assert.Equal(final, PaperCalendar.DaysScored(round, new RoundNumber(newest)) == 60);
        }
    }

    [Fact]
    public void The_first_score_comes_four_score_days_after_the_round_and_is_seen_a_round_later()
    {
        RoundNumber round = new(1400);

        Assert.Equal([0, 0, 0, 0, 0, 1, 2], Enumerable.Range(0, 7).Select(later => PaperCalendar.DaysScored(round, round + later)));
    }

    [Fact]
    public void A_weekday_round_is_closed_when_its_stakes_are_read_and_Saturdays_is_still_open()
    {
        Assert.Equal(RoundState.Resolving, PaperCalendar.Describe(Tournament.Classic, new(1403), new(1403)).State);
        Assert.Equal(RoundState.Open, PaperCalendar.Describe(Tournament.Classic, new(1404), new(1404)).State);
        Assert.Equal(RoundState.Resolved, PaperCalendar.Describe(Tournament.Classic, new(1340), new(1404)).State);
        Assert.Equal(RoundState.Upcoming, PaperCalendar.Describe(Tournament.Classic, new(1405), new(1404)).State);
    }
}
