namespace StakeBot.Core.Backtesting;

/// <summary>Whether a history is long enough to walk through.</summary>
public abstract record WalkForwardOutcome
{
    private WalkForwardOutcome()
    {
    }

    /// <summary>It is.</summary>
    /// <param name="Walk">The way through it.</param>
    public sealed record Ready(WalkForward Walk) : WalkForwardOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Reason">How much is missing, one sentence.</param>
    public sealed record TooShort(string Reason) : WalkForwardOutcome;
}
