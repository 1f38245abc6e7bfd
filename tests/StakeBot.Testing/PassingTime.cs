using Microsoft.Extensions.Time.Testing;

namespace StakeBot.Testing;

/// <summary>Time as whoever works by it would live through it.</summary>
public static class PassingTime
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>Moves the clock on from one time that the work asks for to the next, and has it work at each of them and at the end.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="span">How long.</param>
    /// <param name="work">Does what is due and says when it wants to be called again; null when it has nothing to wait for.</param>
    public static async Task PassesAsync(this FakeTimeProvider time, TimeSpan span, Func<Task<DateTimeOffset?>> work)
    {
        DateTimeOffset end = time.GetUtcNow() + span;
        while (true)
        {
            DateTimeOffset? next = await work();
            DateTimeOffset now = time.GetUtcNow();
            if (now >= end)
                return;
            DateTimeOffset to = next is { } at && at < end ? at : end;
            time.Advance(to > now ? to - now : Least);
        }
    }
}
