namespace StakeBot.NumeraiFake.Control;

/// <summary>The machine's clock, moved forward by command.</summary>
internal sealed class MovableTime : TimeProvider
{
    private long _ticksAhead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ticksAhead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticksAhead, by.Ticks);
}
