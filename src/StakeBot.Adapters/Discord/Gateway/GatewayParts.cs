namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>What all connections share.</summary>
/// <param name="Random">Numbers from 0 to 1, by which waits are spread.</param>
internal sealed record GatewayParts(
    GatewayDial Dial,
    InteractionQueue Interactions,
    GatewayState State,
    IdentifyBudget Budget,
    FatalStop Stop,
    DiscordMetrics Metrics,
    TimeProvider Time,
    Monotonic Clock,
    Func<double> Random);
