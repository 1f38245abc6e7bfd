using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai;

/// <summary>How to reach Numerai. Nothing set means: a simulated account, or one out of files.</summary>
public sealed class NumeraiOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Numerai";

    /// <summary>The public part of the key for reading.</summary>
    public string? PublicId { get; set; }

    /// <summary>The secret part of the key for reading.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The public part of the key that may stake. Only sending a change uses it.</summary>
    public string? StakePublicId { get; set; }

    /// <summary>The secret part of the key that may stake.</summary>
    public string? StakeSecretKey { get; set; }

    /// <summary>Where the interface is. Plain http is taken on this machine only.</summary>
    public Uri ApiBase { get; set; } = new("https://api-tournament.numer.ai/");

    /// <summary>
    /// The address of the account's strategy in each Atomic tournament, by the tournament's name: <c>0x</c> and 40 hexadecimal digits. No query tells it.
    /// </summary>
    public Dictionary<string, string> Stakers { get; set; } = [];

    /// <summary>Whether a key is set, whole or in part.</summary>
    public bool IsConfigured => PublicId is not null || SecretKey is not null || StakePublicId is not null || StakeSecretKey is not null;

    /// <summary>The address of the strategy in a tournament; null when none is set.</summary>
    internal string? StakerOf(Tournament tournament) =>
        Stakers.FirstOrDefault(staker => staker.Key.Equals($"{tournament}", StringComparison.OrdinalIgnoreCase)).Value?.Trim();
}
