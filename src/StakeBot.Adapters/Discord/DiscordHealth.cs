using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Discord;

/// <summary>Whether people on Discord are heard.</summary>
internal sealed class DiscordHealth(IOptions<DiscordOptions> options, GatewayState state, FatalStop stop) : IHealth
{
    // Reconnecting is a matter of seconds and happens every day.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(60);

    public string? Trouble =>
        !options.Value.IsComplete ? null
        : stop.Reason ?? (!options.Value.IsHttpMode && state.NotReadyFor > Tolerated ? "Discord has not been connected for more than a minute; it is tried again and again." : null);
}
