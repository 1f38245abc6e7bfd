using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Makes bodies: JSON, or with files a form whose part <c>payload_json</c> is the JSON.</summary>
internal static class RequestContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // The readable form: Discord counts bytes in places.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON, with the nonce; null when there is none.</summary>
    public static byte[]? Serialize(DiscordRequest request)
    {
        JsonNode? body = request.Nonce is { } nonce ? WithNonce(request.Body, nonce) : request.Body;
        if (body is null)
            return null;
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, Readable))
            body.WriteTo(writer);
        return json.ToArray();
    }

    /// <summary>The content of one try; content can be sent only once.</summary>
    public static HttpContent? Of(DiscordRequest request, byte[]? json)
    {
        if (json is null)
            return null;
        ByteArrayContent payload = new(json) { Headers = { ContentType = Json } };
        if (request.Files.Count == 0)
            return payload;
        MultipartFormDataContent form = new() { { payload, "\"payload_json\"" } };
        for (int file = 0; file < request.Files.Count; file++)
        {
            ReadOnlyMemoryContent bytes = new(request.Files[file].Bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(request.Files[file].MediaType) } };
            form.Add(bytes, string.Create(CultureInfo.InvariantCulture, $"files[{file}]"), request.Files[file].FileName);
        }
        return form;
    }

    private static JsonObject WithNonce(JsonNode? body, string nonce)
    {
        if (nonce.Length is 0 or > 25)
            throw new ArgumentException("A nonce has 1 to 25 characters.", nameof(nonce));
        JsonObject message = (JsonObject)(body?.DeepClone() ?? new JsonObject());
        message["nonce"] = nonce;
        message["enforce_nonce"] = true;
        return message;
    }
}
