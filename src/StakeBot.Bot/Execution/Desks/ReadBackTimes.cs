namespace StakeBot.Bot.Execution.Desks;

/// <summary>When a step that was sent is looked for (reliability: 5 s, 15 s, 60 s, 5 min, 10 min, then every 10 minutes; late looks after 1, 6 and 24 hours).</summary>
internal static class ReadBackTimes
{
    private static readonly TimeSpan[] Early =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
    ];

    private static readonly TimeSpan[] Late = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>Q: before this much time a step never counts as not taken, whatever is read.</summary>
    public static TimeSpan Quarantine { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The least time between the two clean readings that prove it.</summary>
    public static TimeSpan BetweenCleanReads { get; } = TimeSpan.FromSeconds(60);

    /// <summary>After so long without being able to read, a person has to decide.</summary>
    public static TimeSpan BlindAtMost { get; } = TimeSpan.FromHours(1);

    /// <summary>A change that was taken has to show up within this time.</summary>
    public static TimeSpan ShowsUpWithin { get; } = TimeSpan.FromMinutes(15);

    /// <summary>So long a late look that another step of ours hides waits for that step.</summary>
    public static TimeSpan LateAtMost { get; } = TimeSpan.FromHours(48);

    /// <summary>So long a request that was taken is watched without sight, or after it was due.</summary>
    public static TimeSpan WatchedAtMost { get; } = TimeSpan.FromDays(7);

    /// <summary>The time between two looks at a request that was taken and is not due yet.</summary>
    public static TimeSpan BetweenWatches { get; } = TimeSpan.FromHours(24);

    /// <summary>The time between two such looks.</summary>
    public static TimeSpan BetweenHiddenLooks { get; } = TimeSpan.FromHours(1);

    /// <summary>How far Numerai's clock may be off.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The time of the next look after <paramref name="reads"/> looks.</summary>
    public static DateTimeOffset Next(DateTimeOffset sentAt, int reads, DateTimeOffset now)
    {
        DateTimeOffset planned = reads < Early.Length ? sentAt + Early[reads] : now + Early[^1];
        return planned > now ? planned : now + Early[0];
    }

    /// <summary>The next late look after <paramref name="now"/>; null when the last one is over.</summary>
    public static DateTimeOffset? NextLate(DateTimeOffset sentAt, DateTimeOffset now) =>
        Late.Select(after => sentAt + after).Where(at => at > now).Cast<DateTimeOffset?>().FirstOrDefault();
}
