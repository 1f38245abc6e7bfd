namespace StakeBot.Adapters.Numerai;

/// <summary>How to reach Numerai. Nothing set means: a simulated account, or one out of files.</summary>
public sealed class NumeraiOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Numerai";

    /// <summary>The public part of the API key.</summary>
    public string? PublicId { get; set; }

    /// <summary>The secret part of the API key.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Whether anything is set at all.</summary>
    public bool IsConfigured => PublicId is not null || SecretKey is not null;
}
