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

    /// <summary>Another server that speaks the REST interface, version and all; nothing for Discord's own. Plain http is taken on this machine only.</summary>
    public Uri? ApiBase { get; set; }

    /// <summary>How many connections the servers are spread over; one is enough for 2,500 servers.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>A server to which the commands are given instead of to all, where changes show at once; for development.</summary>
    public string? DeveloperGuildId { get; set; }

    /// <summary>The application's public key: interactions then come over HTTPS instead of the gateway. Nothing for a bot behind a router.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Whether anything is set at all.</summary>
    public bool IsConfigured => Token is not null || OwnerId is not null || ApiBase is not null || DeveloperGuildId is not null || PublicKey is not null;

    /// <summary>Where the REST interface is; ends with a slash, so that paths are put behind it.</summary>
    internal Uri Api => new((ApiBase?.AbsoluteUri ?? "https://discord.com/api/v10").TrimEnd('/') + "/");

    /// <summary>Whether interactions come over HTTPS, so that there is no gateway to connect to.</summary>
    internal bool IsHttpMode => PublicKey is not null;

    /// <summary>Whether there is anything to connect with.</summary>
    internal bool IsComplete => !string.IsNullOrWhiteSpace(Token);
}
