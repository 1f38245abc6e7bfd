namespace StakeBot.Core.Risk.Settling;

/// <summary>What of a tournament's rounds is taken as known.</summary>
internal enum Knowledge
{
    /// <summary>Nothing: the distribution of any window.</summary>
    Nothing,

    /// <summary>The rounds that are resolved.</summary>
    ResolvedRounds,

    /// <summary>Those, and the daily scores of the rounds that are open.</summary>
    DailyScores,
}
