using System.Text.Json;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Discord's REST interface: within its limits, again only where that is safe, and without a token in any text.</summary>
internal sealed class DiscordRest
{
    /// <summary>Sends a request.</summary>
    /// <returns>What Discord answered; null when it answered nothing.</returns>
    /// <exception cref="DiscordRefusedException">Discord said no.</exception>
    /// <exception cref="DiscordUnavailableException">There is no answer now; the request may have been carried out.</exception>
    /// <exception cref="DiscordFatalException">The bot's token is not valid.</exception>
    public Task<JsonElement?> SendAsync(DiscordRequest request, CancellationToken ct) => throw new NotImplementedException();
}
