namespace StakeBot.Core.Proposals;

/// <summary>The portfolio that a policy asks for, or why there is none. There are no fallback weights.</summary>
public abstract record TargetOutcome
{
    private TargetOutcome()
    {
    }

    /// <summary>There is a target.</summary>
    /// <param name="Portfolio">The target.</param>
    public sealed record Chosen(TargetPortfolio Portfolio) : TargetOutcome;

    /// <summary>There is none.</summary>
    /// <param name="Reason">Why, one sentence.</param>
    public sealed record Refused(string Reason) : TargetOutcome;
}
