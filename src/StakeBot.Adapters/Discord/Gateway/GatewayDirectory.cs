using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Asks Discord where its gateway is, and how many sessions may still be begun.</summary>
internal sealed class GatewayDirectory(DiscordRest rest, IdentifyBudget budget, int shards, ILogger<GatewayDirectory> logger)
{
    /// <summary>Asks.</summary>
    /// <exception cref="DiscordFatalException">The servers need more connections than are configured.</exception>
    /// <exception cref="DiscordUnavailableException">There is no answer now, or one that is not understood.</exception>
    public async Task<Uri> AskAsync(CancellationToken ct)
    {
        JsonElement answer = await rest.SendAsync(new DiscordRequest(Routes.GatewayBot), ct) ?? default;
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("url", out JsonElement url) || GatewayAddress.Of(url.GetString()) is not { } gateway)
            throw new DiscordUnavailableException("Discord's answer holds no address of a gateway to which a token may be sent.");
        if (answer.TryGetProperty("shards", out JsonElement wanted) && wanted.GetInt32() > shards)
            throw new DiscordFatalException(Cures.TooFewShards(wanted.GetInt32(), shards));
        if (answer.TryGetProperty("session_start_limit", out JsonElement limit))
            budget.Told(limit.GetProperty("total").GetInt32(), limit.GetProperty("remaining").GetInt32(), TimeSpan.FromMilliseconds(limit.GetProperty("reset_after").GetInt64()));
        return gateway;
    }

    /// <summary>Asks, where an old address is better than none.</summary>
    public async Task<Uri?> TryAskAsync(CancellationToken ct)
    {
        try
        {
            return await AskAsync(ct);
        }
        catch (Exception fault) when (fault is DiscordUnavailableException or DiscordRefusedException)
        {
            GatewayLog.NotAsked(logger, fault.Message);
            return null;
        }
    }
}
