using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>What Numerai answered, whatever the status: the body says more than the status does.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Data">The data; null when there are none or they are null.</param>
/// <param name="Errors">The texts of its errors.</param>
/// <param name="IsReadable">Whether the body is an answer at all.</param>
/// <param name="Hash">SHA-256 of the body, hex.</param>
/// <param name="RetryAfter">How long it asks to wait; null when it does not say.</param>
internal sealed record GraphQlAnswer(
    int Status, JsonElement? Data, IReadOnlyList<string> Errors, bool IsReadable, string Hash, TimeSpan? RetryAfter)
{
    /// <summary>The time of the server's clock; null when it does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether a read is worth another try: too many requests, a fault of the server, or no answer in the body.</summary>
    public bool IsPassing => Status == 429 || Status >= 500 || !IsReadable;

    /// <summary>One field of the data; null when it is not there or null.</summary>
    public JsonElement? Field(string name) =>
        Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>Reads a response to its end.</summary>
    public static async Task<GraphQlAnswer> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken ct)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(ct);
        return Of((int)response.StatusCode, body, Wait(response.Headers.RetryAfter, time)) with { Date = response.Headers.Date };
    }

    /// <summary>Reads a body.</summary>
    public static GraphQlAnswer Of(int status, byte[] body, TimeSpan? retryAfter)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(body));
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new GraphQlAnswer(status, null, [], false, hash, retryAfter);
            JsonElement? data = root.TryGetProperty("data", out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found.Clone() : null;
            IReadOnlyList<string> errors = root.TryGetProperty("errors", out JsonElement listed) ? ErrorTexts(listed) : [];
            return new GraphQlAnswer(status, data, errors, data is not null || errors.Count > 0 || root.TryGetProperty("data", out _), hash, retryAfter);
        }
        catch (JsonException)
        {
            return new GraphQlAnswer(status, null, [], false, hash, retryAfter);
        }
    }

    // A list of {message}, or the object {detail} of the web framework's error page.
    private static IReadOnlyList<string> ErrorTexts(JsonElement errors) => errors.ValueKind switch
    {
        JsonValueKind.Array => [.. errors.EnumerateArray().Select(ErrorText)],
        JsonValueKind.Object => [ErrorText(errors)],
        JsonValueKind.String => [errors.GetString()!],
        JsonValueKind.Null => [],
        _ => [errors.GetRawText()],
    };

    private static string ErrorText(JsonElement error)
    {
        foreach (string name in (string[])["message", "detail"])
        {
            if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String)
                return text.GetString()!;
        }
        return error.GetRawText();
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider time)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is { } known && known > TimeSpan.Zero ? known : null;
    }
}
