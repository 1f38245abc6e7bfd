namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>How far a connection is.</summary>
internal enum GatewayPhase
{
    /// <summary>Not begun.</summary>
    Idle,

    /// <summary>The network connection is being made.</summary>
    Connecting,

    /// <summary>Connected; Discord speaks first.</summary>
    AwaitingHello,

    /// <summary>A new session was asked for.</summary>
    Identifying,

    /// <summary>The session is to go on.</summary>
    Resuming,

    /// <summary>Whatever people do arrives.</summary>
    Ready,

    /// <summary>Between two connections.</summary>
    Waiting,

    /// <summary>There will be no other.</summary>
    Over,
}
