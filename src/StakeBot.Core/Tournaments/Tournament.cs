namespace StakeBot.Core.Tournaments;

/// <summary>One of Numerai's tournaments; the value is the number that the API uses.</summary>
public enum Tournament
{
    /// <summary>No tournament: the default of an unset field, never a real one.</summary>
    None = 0,

    /// <summary>The original stock-market tournament on Numerai's data.</summary>
    Classic = 8,

    /// <summary>Numerai Signals: the participant's own data.</summary>
    Signals = 11,

    /// <summary>Numerai Crypto.</summary>
    Crypto = 12,
}
