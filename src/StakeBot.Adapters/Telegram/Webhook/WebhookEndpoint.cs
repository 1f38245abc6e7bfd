using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Telegram.Receiving;
using StakeBot.Bot.Ports.Storage;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace StakeBot.Adapters.Telegram.Webhook;

/// <summary>
/// Where Telegram delivers. The secret is looked at before anything is read; a delivery is answered as soon as it is taken durably, and never with a
/// request in the answer, whose outcome nobody would know.
/// </summary>
internal sealed class WebhookEndpoint(UpdateTaking taking, BotIdentity identity, IOptions<TelegramOptions> options, ILogger<WebhookEndpoint> logger)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const long MostBytes = 1 << 20;

    public async Task TakeAsync(HttpContext http)
    {
        if (!IsTelegram(http.Request.Headers[SecretHeader].ToString()))
        {
            TelegramLog.WebhookRefused(logger);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MostBytes;
        http.Response.StatusCode = await TakeAsync(http.Request.Body, http.RequestAborted);
    }

    private async Task<int> TakeAsync(Stream body, CancellationToken ct)
    {
        // Telegram repeats what is not answered with a success.
        if (!identity.Known.IsCompletedSuccessfully)
            return StatusCodes.Status503ServiceUnavailable;
        try
        {
            Update? update = await JsonSerializer.DeserializeAsync<Update>(body, JsonBotAPI.Options, ct);
            if (update is null)
                return StatusCodes.Status400BadRequest;
            // Not with the request's token: once begun, what follows does not end with the connection.
            await taking.TakeAsync(update, await identity.Known, isQueued: false, CancellationToken.None);
            return StatusCodes.Status200OK;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (StoreUnavailableException)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private bool IsTelegram(string offered) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(offered)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret ?? "")));
}
