using Microsoft.Extensions.Time.Testing;

namespace StakeBot.Testing;

/// <summary>A clock that can be set, beside a steady one that does not notice.</summary>
public sealed class SteppedTime(DateTimeOffset from) : FakeTimeProvider(from)
{
    private TimeSpan _stepped;

    /// <summary>Sets the clock, ahead or back, while no time passes.</summary>
    public void Set(DateTimeOffset to)
    {
        _stepped += to - GetUtcNow();
        AdjustTime(to);
    }

    public override long GetTimestamp() => base.GetTimestamp() - (long)(_stepped.TotalSeconds * TimestampFrequency);
}
