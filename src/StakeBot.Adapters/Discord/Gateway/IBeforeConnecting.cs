namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Something to be done once the token is known to be valid and before anybody can send anything: the commands are registered here.</summary>
internal interface IBeforeConnecting
{
    /// <summary>Does it. Discord's exceptions may pass: then it is tried again before the connection is made.</summary>
    Task PrepareAsync(DiscordApplication application, CancellationToken ct);
}
