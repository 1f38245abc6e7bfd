namespace StakeBot.Core.Risk.Estimation;

/// <summary>What becomes of models whose history is much shorter than the longest one.</summary>
/// <remarks>
/// Measured by cutting five of twenty long public histories to 55 rounds of 24 open at a time, against their full histories: joined, the deviation of
/// their windows is off by 0.24 (root mean square of the logarithm, no bias) where their own rounds are off by 0.6, so joined is how their risk is told.
/// A least-risk portfolio that may use them runs at 2.2 % where one without them runs at 2.0 %, so left out is how a target is chosen.
/// </remarks>
public enum ShortHistories
{
    /// <summary>They are left out, and named.</summary>
    LeaveOut,

    /// <summary>Those with at least one and a half windows of rounds are joined by regression on the longer histories, and named.</summary>
    Join,
}
