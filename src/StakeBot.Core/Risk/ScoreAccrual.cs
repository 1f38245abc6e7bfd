namespace StakeBot.Core.Risk;

/// <summary>How the daily score of an open round relates to the final one.</summary>
public enum ScoreAccrual
{
    /// <summary>
    /// Each daily score is a correlation over the days so far (Numerai): of the same size from the first day on, so that after d of D days
    /// √(d/D) of it is expected to stay.
    /// </summary>
    Correlation,

    /// <summary>Each day adds to the score; what is there stays (the simulated account).</summary>
    Sum,
}
