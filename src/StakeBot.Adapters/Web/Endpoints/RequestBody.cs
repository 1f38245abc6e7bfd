using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>Reads a small JSON body, and says in a sentence why it cannot.</summary>
internal static class RequestBody
{
    // Room for the longest text with every character escaped, and no more.
    private const long MostBytes = 32 * 1024;

    public static async Task<(T? Body, IResult? Unreadable)> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        try
        {
            T? body = await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
            return body is null ? (null, Unreadable()) : (body, null);
        }
        catch (JsonException)
        {
            return (null, Unreadable());
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (null, Problem.Of(tooLarge.StatusCode, "The message is far too long. Nothing was sent."));
        }
    }

    private static IResult Unreadable() => Problem.Of(StatusCodes.Status400BadRequest, "The message could not be read. Nothing was sent.");
}
