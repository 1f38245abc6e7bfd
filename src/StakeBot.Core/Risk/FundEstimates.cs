namespace StakeBot.Core.Risk;

/// <summary>A history with what it says: what a target is computed from.</summary>
/// <param name="History">A history that <see cref="FundHistory.IsEnough"/>.</param>
/// <param name="Moments">Its estimates.</param>
public sealed record FundEstimates(FundHistory History, WindowMoments Moments)
{
    /// <summary>The estimates of a history; null when it is too short for any.</summary>
    public static FundEstimates? Of(FundHistory history) => history.IsEnough ? new FundEstimates(history, WindowMoments.Of(history)) : null;
}
