using System.Text.Json;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord;

/// <summary>Stands where Discord is not configured: what was meant for it waits until it is, or is too old.</summary>
internal sealed class NoWire : IDiscordWire
{
    public Task<JsonElement?> SendAsync(DiscordRequest request, CancellationToken ct) =>
        throw new DiscordUnavailableException("Discord is not configured.");
}
