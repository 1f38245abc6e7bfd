using System.Net;
using System.Text.Json;
using StakeBot.Adapters.Discord.Rest.Limits;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>An answer of Discord, or of what stands before it.</summary>
/// <param name="Body">Its JSON; null when there is none.</param>
/// <param name="Limit">What it says of its limit.</param>
/// <param name="Scope">What a 429 is about: <c>user</c>, <c>global</c> or <c>shared</c>.</param>
/// <param name="RetryAfter">The header of that name.</param>
internal sealed record DiscordAnswer(HttpStatusCode Status, JsonElement? Body, LimitHeaders? Limit, string? Scope, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsServerFault => (int)Status >= 500;

    /// <summary>Whether Discord counts it against the address of this machine.</summary>
    public bool IsInvalid => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (Status == HttpStatusCode.TooManyRequests && Scope != "shared");

    /// <summary>What it says of the limit that the request entered; a shared limit is another one, which others have used up.</summary>
    public LimitHeaders? OwnLimit => Scope == "shared" ? null : Limit;

    public static async Task<DiscordAnswer> ReadAsync(HttpResponseMessage response, CancellationToken ct) => new(
        response.StatusCode,
        Json(await response.Content.ReadAsByteArrayAsync(ct)),
        LimitHeaders.Of(response.Headers),
        LimitHeaders.First(response.Headers, "X-RateLimit-Scope"),
        LimitHeaders.Number(response.Headers, "Retry-After") is { } seconds and < 1e7 ? TimeSpan.FromSeconds(seconds) : null);

    // What stands before Discord answers with pages, which say no more than their status.
    private static JsonElement? Json(byte[] content)
    {
        if (content.Length == 0)
            return null;
        try
        {
            return JsonElement.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
