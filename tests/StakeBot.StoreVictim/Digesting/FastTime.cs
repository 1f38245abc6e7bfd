namespace StakeBot.StoreVictim.Digesting;

/// <summary>A clock that begins at a given moment and runs ten times as fast as the machine's, waits included.</summary>
internal sealed class FastTime(DateTimeOffset start) : TimeProvider
{
    private const int Speed = 10;

    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began) * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Real(dueTime), Real(period));

    private static TimeSpan Real(TimeSpan wait) => wait > TimeSpan.Zero ? wait / Speed : wait;
}
