namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>How long to wait after faults: one second, then twice as long each time up to a minute, each by chance up to a half shorter.</summary>
/// <param name="chance">A number from 0 to 1.</param>
internal sealed class Backoff(Func<double> chance)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="faults">How many there were in a row, at least one.</param>
    public TimeSpan After(int faults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(faults, 1);
        double doubled = Math.Pow(2, Math.Min(faults, 10) - 1);
        return TimeSpan.FromSeconds(Math.Min(doubled, Longest.TotalSeconds) * (1 - (chance() / 2)));
    }
}
