namespace StakeBot.Adapters.Discord;

/// <summary>How to reach Discord. Nothing set means: no Discord.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token from the developer portal. A secret.</summary>
    public string? Token { get; set; }

    /// <summary>The numeric id of the person who owns this bot; without it he makes himself known with a code off the console.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Another server that speaks the REST interface; nothing for Discord's own.</summary>
    public string? ApiBase { get; set; }

    /// <summary>A server to which the commands are given instead of to all, where changes show at once; for development.</summary>
    public string? DeveloperGuildId { get; set; }

    /// <summary>The application's public key: interactions then come over HTTPS instead of the gateway. Nothing for a bot behind a router.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Whether anything is set at all.</summary>
    public bool IsConfigured => Token is not null || OwnerId is not null || ApiBase is not null || DeveloperGuildId is not null || PublicKey is not null;
}
