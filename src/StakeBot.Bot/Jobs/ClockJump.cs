namespace StakeBot.Bot.Jobs;

/// <summary>How far the clock has jumped since the last look, by the steady one beside it.</summary>
internal sealed class ClockJump(TimeProvider time)
{
    /// <summary>What is still called right.</summary>
    public static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(5);

    private (DateTimeOffset Wall, long Steady) _before = (time.GetUtcNow(), time.GetTimestamp());

    /// <summary>Zero unless it is more than what is tolerated; negative when it was set back.</summary>
    public TimeSpan Look()
    {
        (DateTimeOffset Wall, long Steady) now = (time.GetUtcNow(), time.GetTimestamp());
        TimeSpan jump = now.Wall - _before.Wall - time.GetElapsedTime(_before.Steady, now.Steady);
        _before = now;
        return jump.Duration() > Tolerated ? jump : TimeSpan.Zero;
    }
}
