using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace StakeBot.Testing.Telegram;

/// <summary>What a request says: its fields, and the files that came with it.</summary>
internal sealed record FakeCall(string Method, JsonObject Body, IReadOnlyDictionary<string, byte[]> Files)
{
    private static readonly string[] Numbers = ["chat_id", "message_id", "message_thread_id", "timeout", "offset", "limit", "max_connections"];

    public static async Task<FakeCall> ReadAsync(string method, HttpRequest request, CancellationToken ct)
    {
        if (request.HasFormContentType)
        {
            IFormCollection form = await request.ReadFormAsync(ct);
            JsonObject fields = [];
            foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in form)
                fields[name] = Value(name, value.ToString());
            Dictionary<string, byte[]> files = [];
            foreach (IFormFile file in form.Files)
            {
                using MemoryStream bytes = new();
                await file.CopyToAsync(bytes, ct);
                files[file.Name] = bytes.ToArray();
            }
            return new FakeCall(method, fields, files);
        }
        using StreamReader reader = new(request.Body, Encoding.UTF8);
        string text = await reader.ReadToEndAsync(ct);
        return new FakeCall(method, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), new Dictionary<string, byte[]>());
    }

    public long Chat => (long?)Body["chat_id"] ?? throw ApiRefusal.Bad("chat_id is empty");

    /// <summary>The bytes of an upload, or of a file that the server has.</summary>
    public byte[] FileOf(string field, JsonNode? value, IReadOnlyDictionary<string, byte[]> known)
    {
        string name = (string?)value ?? throw ApiRefusal.Bad($"there is no {field} in the request");
        if (name.StartsWith("attach://", StringComparison.Ordinal))
            return Files.GetValueOrDefault(name["attach://".Length..]) ?? throw ApiRefusal.Bad("file must be non-empty");
        return known.GetValueOrDefault(name) ?? throw ApiRefusal.Bad("wrong file identifier/HTTP URL specified");
    }

    private static JsonNode? Value(string name, string text) =>
        Numbers.Contains(name) ? JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture))
        : text.StartsWith('{') || text.StartsWith('[') && name is "media" or "reply_markup" ? JsonNode.Parse(text)
        : JsonValue.Create(text);
}
