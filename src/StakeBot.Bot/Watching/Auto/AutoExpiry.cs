namespace StakeBot.Bot.Watching.Auto;

/// <summary>
/// Until when an automatic proposal waits: twelve hours, not inside anybody's quiet hours without an hour after them, and not into the last quarter of an
/// hour before a round closes.
/// </summary>
internal static class AutoExpiry
{
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromHours(12);
    private static readonly TimeSpan AfterQuiet = TimeSpan.FromHours(1);
    private static readonly TimeSpan BeforeClose = TimeSpan.FromMinutes(15);

    // As long as one waits that somebody asked for.
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(30);

    /// <param name="now">When it would be made.</param>
    /// <param name="close">When a round closes next; null where that is not known.</param>
    /// <param name="asked">Who is asked.</param>
    /// <returns>Null when the round closes before all of them could answer: it is not to be made.</returns>
    public static DateTimeOffset? Of(DateTimeOffset now, DateTimeOffset? close, IReadOnlyList<AutoDecider> asked)
    {
        if (close - BeforeClose is not { } limit)
            return asked.Max(decider => Waits(now, decider));
        DateTimeOffset least = asked.Max(decider => decider.RingsAt(now) is var rings && rings > now ? rings + AfterQuiet : now + AtLeast);
        if (least > limit)
            return null;
        DateTimeOffset waits = asked.Max(decider => Waits(now, decider));
        return waits < limit ? waits : limit;
    }

    private static DateTimeOffset Waits(DateTimeOffset now, AutoDecider decider)
    {
        DateTimeOffset expires = now + WaitsAtMost;
        DateTimeOffset morning = decider.RingsAt(expires);
        DateTimeOffset least = (morning > expires ? morning : decider.RingsAt(now)) + AfterQuiet;
        return least > expires ? least : expires;
    }
}
