namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>When scores can have changed: they are published on the days on which rounds open, Tuesday to Saturday, and rounds move on.</summary>
internal static class ScoreDates
{
    private static readonly TimeSpan OnScoringDays = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Otherwise = TimeSpan.FromHours(6);

    public static bool AreDue(AccountReading? before, IReadOnlyList<TournamentState> now, DateTimeOffset time)
    {
        if (before is null || !now.Select(Where).SequenceEqual(before.States.Select(Where)))
            return true;
        bool quiet = time.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday;
        return time - before.ScoresReadAt >= (quiet ? Otherwise : OnScoringDays);
    }

    private static object Where(TournamentState state) => (state.Tournament, state.Current.Number, state.NewestClosed, state.ResolvedThrough);
}
