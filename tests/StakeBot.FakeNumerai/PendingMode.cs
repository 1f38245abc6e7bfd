namespace StakeBot.NumeraiFake;

/// <summary>What happens to a second request while one is pending on the model. Which of the three the real one does is not known.</summary>
public enum PendingMode
{
    /// <summary>The second takes the place of the first.</summary>
    Replace,

    /// <summary>The second is added to the first.</summary>
    Add,

    /// <summary>The second is refused.</summary>
    Refuse,
}
