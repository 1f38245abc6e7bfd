using System.Text.Json;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord;

/// <summary>Where a request to Discord leaves the house.</summary>
internal interface IDiscordWire
{
    /// <summary>Sends a request.</summary>
    /// <returns>What Discord answered; null when it answered nothing.</returns>
    /// <exception cref="DiscordRefusedException">Discord said no.</exception>
    /// <exception cref="DiscordUnavailableException">There is no answer now; the request may have been carried out.</exception>
    /// <exception cref="DiscordFatalException">The bot's token is not valid.</exception>
    Task<JsonElement?> SendAsync(DiscordRequest request, CancellationToken ct);
}
