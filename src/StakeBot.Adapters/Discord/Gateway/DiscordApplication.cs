namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Whose token it is.</summary>
/// <param name="Id">The application's id.</param>
internal sealed record DiscordApplication(string Id);
