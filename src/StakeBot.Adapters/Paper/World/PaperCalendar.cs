using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>
/// The times of the simulated tournaments, Classic and Signals alike. Scores are published on the days on which rounds open (Tuesday to
/// Saturday), so score days are counted by the round that opens on them: a round gets its first score four of them after its own, sixty in all,
/// and is final on the day on which the sixty-third round after it opens (87 or 89 days later). 64 rounds are open at a time.
/// </summary>
internal static class PaperCalendar
{
    /// <summary>Score days from a round's own day to its first score: 2 of lag, 2 for the data.</summary>
    public const int FirstScoreAfter = 4;

    /// <summary>Scores that a round gets, one a day.</summary>
    public const int ScoringDays = 60;

    /// <summary>R: rounds that are open at a time.</summary>
    public const int OpenRounds = FirstScoreAfter + ScoringDays;

    private static readonly TimeOnly OpeningTime = new(12, 0);
    private static readonly TimeOnly ClosingTime = new(13, 0);
    private static readonly TimeOnly SundayClosingTime = new(14, 0);
    private static readonly TimeOnly ScoringTime = new(20, 0);
    private static readonly TimeOnly ReadingTime = new(15, 0);

    /// <summary>When submissions of a round open.</summary>
    public static DateTimeOffset Opens(RoundNumber round) => At(RoundCalendar.OpenDate(round), OpeningTime);

    /// <summary>When submissions of a round close: the same day, Saturday's round on Sunday.</summary>
    public static DateTimeOffset Closes(RoundNumber round)
    {
        DateOnly opens = RoundCalendar.OpenDate(round);
        return opens.DayOfWeek == DayOfWeek.Saturday ? At(opens.AddDays(1), SundayClosingTime) : At(opens, ClosingTime);
    }

    /// <summary>When a round becomes final.</summary>
    public static DateTimeOffset Resolves(RoundNumber round) => At(RoundCalendar.OpenDate(round + (OpenRounds - 1)), ScoringTime);

    /// <summary>
    /// The simulated time while <paramref name="newest"/> is the newest round: its stakes have been taken, the scores of its day are not out
    /// yet. Saturday's round still takes submissions then; its stakes count as taken all the same.
    /// </summary>
    public static DateTimeOffset NowIn(RoundNumber newest) => At(RoundCalendar.OpenDate(newest), ReadingTime);

    /// <summary>How many daily scores a round has while <paramref name="newest"/> is the newest one: 0–60.</summary>
    public static int DaysScored(RoundNumber round, RoundNumber newest) => Math.Clamp(newest - round - FirstScoreAfter, 0, ScoringDays);

    /// <summary>Whether a round is final while <paramref name="newest"/> is the newest one.</summary>
    public static bool IsResolved(RoundNumber round, RoundNumber newest) => newest - round >= OpenRounds;

    /// <summary>The round as it is while <paramref name="newest"/> is the newest one.</summary>
    public static Round Describe(Tournament tournament, RoundNumber round, RoundNumber newest) =>
        new(tournament, round, StateOf(round, newest), Opens(round), Closes(round), Resolves(round));

    private static RoundState StateOf(RoundNumber round, RoundNumber newest)
    {
        DateTimeOffset now = NowIn(newest);
        return now < Opens(round) ? RoundState.Upcoming
            : now < Closes(round) ? RoundState.Open
            : now < Resolves(round) ? RoundState.Resolving
            : RoundState.Resolved;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.Zero);
}
