using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Jobs;

/// <summary>How often and how long a message is tried: after 5 seconds, then twice as long each time up to 5 minutes, as long as it is still worth something.</summary>
internal static class OutboxPatience
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>When to try again; null: no more.</summary>
    /// <param name="priority">What the message is for.</param>
    /// <param name="attempts">How often it was tried, at least once.</param>
    /// <param name="now">The time.</param>
    /// <param name="asked">How long the platform asks to wait, if it does.</param>
    public static DateTimeOffset? Again(OutgoingPriority priority, int attempts, DateTimeOffset now, TimeSpan? asked = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        TimeSpan wait = Wait(attempts);
        if (Waited(attempts) > WorthFor(priority))
            return null;
        return now + (asked > wait ? asked.Value : wait);
    }

    // All that has been waited, and the next wait with it.
    private static TimeSpan Waited(int attempts)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (int attempt = 1; attempt <= attempts && waited <= TimeSpan.FromDays(2); attempt++)
            waited += Wait(attempt);
        return waited;
    }

    private static TimeSpan Wait(int attempts)
    {
        double doubled = First.TotalSeconds * Math.Pow(2, attempts - 1);
        return doubled < Longest.TotalSeconds ? TimeSpan.FromSeconds(doubled) : Longest;
    }

    private static TimeSpan WorthFor(OutgoingPriority priority) => priority switch
    {
        OutgoingPriority.Answer => TimeSpan.FromMinutes(15),
        OutgoingPriority.Confirmation or OutgoingPriority.Alert => TimeSpan.FromHours(24),
        OutgoingPriority.Digest => TimeSpan.FromHours(2),
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, "Unknown priority."),
    };
}
