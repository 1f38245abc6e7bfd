namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>What is known of the connection to Discord.</summary>
internal sealed class GatewayState
{
    private volatile DiscordApplication? _application;

    /// <summary>Whose token it is; null until Discord has said so.</summary>
    public DiscordApplication? Application
    {
        get => _application;
        set => _application = value;
    }
}
