namespace StakeBot.StoreVictim.Executing;

/// <summary>A clock that begins at a given moment and runs as fast as the machine's: parent and child then agree on the day.</summary>
internal sealed class RunningTime(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began);
}
