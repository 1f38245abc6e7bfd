using System.Net.Http.Headers;
using System.Text.Json;
using StakeBot.Adapters.Numerai.Keys;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>Makes requests.</summary>
internal static class GraphQlBody
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    /// <summary>One request. Variables that are null are left out: a filter that is null makes Numerai fail.</summary>
    public static HttpRequestMessage Request(Operation operation, IReadOnlyDictionary<string, object?> variables, ApiKey? key)
    {
        Dictionary<string, object> body = new()
        {
            ["query"] = operation.Text,
            ["variables"] = variables.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!),
        };
        HttpRequestMessage request = new(HttpMethod.Post, (Uri?)null)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = Json } },
        };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", key.Authorization());
        return request;
    }
}
