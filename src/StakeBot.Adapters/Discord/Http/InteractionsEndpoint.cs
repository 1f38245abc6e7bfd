using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Gateway;

namespace StakeBot.Adapters.Discord.Http;

/// <summary>
/// Takes interactions that Discord posts instead of sending them over the gateway. Each is taken in at once and answered by a request of the bot's own, so
/// that both ways have one pipeline. Whoever cannot show Discord's signature learns nothing.
/// </summary>
public static class InteractionsEndpoint
{
    /// <summary>Where Discord posts to.</summary>
    public const string Path = "/discord/interactions";

    private const int LargestBody = 256 * 1024;
    private const int Ping = 1;

    /// <summary>
    /// Puts the address before everything else of the application: the request comes from outside, through a proxy on this machine, and its signature is
    /// the proof. Without a public key in the settings there is no such address.
    /// </summary>
    public static WebApplication MapDiscordInteractions(this WebApplication app)
    {
        if (RequestSignature.KeyOf(app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value.PublicKey) is not { } key)
            return app;
        RequestSignature signature = new(key, app.Services.GetRequiredService<TimeProvider>());
        InteractionQueue queue = app.Services.GetRequiredService<InteractionQueue>();
        app.MapWhen(http => http.Request.Path == Path, branch => branch.Run(http => TakeAsync(http, signature, queue)));
        return app;
    }

    private static async Task TakeAsync(HttpContext http, RequestSignature signature, InteractionQueue queue)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        if (await BodyAsync(http) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (!signature.IsGenuine(http.Request.Headers["X-Signature-Ed25519"], http.Request.Headers["X-Signature-Timestamp"], body.Span))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (Read(body) is not { ValueKind: JsonValueKind.Object } interaction)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (interaction.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.Number && type.TryGetInt32(out int kind) && kind == Ping)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"type":1}""", http.RequestAborted);
            return;
        }
        http.Response.StatusCode = queue.TryPost(interaction) ? StatusCodes.Status202Accepted : StatusCodes.Status503ServiceUnavailable;
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext http)
    {
        using MemoryStream body = new();
        byte[] part = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(part, http.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(part, 0, read);
        }
        return body.ToArray();
    }

    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
