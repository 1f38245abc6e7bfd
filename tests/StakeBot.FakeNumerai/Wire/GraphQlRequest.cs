using System.Text.Json;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>The body of a request.</summary>
internal sealed record GraphQlRequest(string Query, JsonElement? Variables, string? OperationName)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a body; null when it is none.</summary>
    public static GraphQlRequest? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<GraphQlRequest>(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
