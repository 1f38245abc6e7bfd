namespace StakeBot.Bot.Execution;

/// <summary>How far this machine's clock was from Numerai's when they were last compared. By a clock that is a minute off nothing is sent.</summary>
internal sealed class ClockTrust
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private TimeSpan _off;

    /// <summary>Notes a comparison.</summary>
    public void Compared(TimeSpan off)
    {
        lock (_gate)
            _off = off;
    }

    /// <summary>Why nothing may be sent; null when the clock is good enough.</summary>
    public string? WhyNot()
    {
        lock (_gate)
            return _off.Duration() > Most ? FormattableString.Invariant($"this machine's clock differs from Numerai's by {_off.TotalSeconds:+0;-0} s") : null;
    }
}
