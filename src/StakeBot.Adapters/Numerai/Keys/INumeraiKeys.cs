namespace StakeBot.Adapters.Numerai.Keys;

/// <summary>The account's keys, one for reading and one that may stake.</summary>
internal interface INumeraiKeys
{
    /// <summary>The key for reading; null when there is none.</summary>
    ApiKey? Reading { get; }

    /// <summary>The key that may stake; null when there is none, and then nothing can be sent.</summary>
    ApiKey? Staking { get; }
}
