using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace StakeBot.Testing.Discord;

/// <summary>Reads a request as strictly as Discord does, and more.</summary>
internal static partial class RequestReading
{
    public static async Task<FakeRequest> ReadAsync(
        string method, string path, IReadOnlyDictionary<string, string> headers, byte[] body, string token, Action<string> violate)
    {
        string where = $"{method} {path.Split('?')[0]}";
        string? authorization = headers.GetValueOrDefault("Authorization");
        bool speaksForItself = path.StartsWith("/interactions/", StringComparison.Ordinal) || path.StartsWith("/webhooks/", StringComparison.Ordinal);
        if (authorization != (speaksForItself ? null : $"Bot {token}"))
            violate($"{where}: the header Authorization is {(authorization is null ? "missing" : "wrong or needless")}.");
        if (!Agent.IsMatch(headers.GetValueOrDefault("User-Agent", "")))
            violate($"{where}: the header User-Agent is {headers.GetValueOrDefault("User-Agent", "missing")}.");
        string type = headers.GetValueOrDefault("Content-Type", "");
        if (body.Length == 0)
            return new FakeRequest(method, path, authorization, null, []);
        if (!type.StartsWith("multipart/form-data", StringComparison.Ordinal))
        {
            if (!type.StartsWith("application/json", StringComparison.Ordinal))
                violate($"{where}: the content type is {type}.");
            return new FakeRequest(method, path, authorization, JsonNode.Parse(body), []);
        }
        (JsonNode? json, SortedDictionary<int, FakeFile> files) = await FormAsync(type, body, where, violate);
        CheckAttachments(json, files, where, violate);
        return new FakeRequest(method, path, authorization, json, [.. files.Values]);
    }

    private static async Task<(JsonNode?, SortedDictionary<int, FakeFile>)> FormAsync(string type, byte[] body, string where, Action<string> violate)
    {
        MultipartReader reader = new(HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(type).Boundary).ToString(), new MemoryStream(body));
        JsonNode? json = null;
        SortedDictionary<int, FakeFile> files = [];
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            ContentDispositionHeaderValue disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            string name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            using MemoryStream bytes = new();
            await section.Body.CopyToAsync(bytes);
            if (name == "payload_json" && section.ContentType == "application/json")
                json = JsonNode.Parse(bytes.ToArray());
            else if (FilePart.Match(name) is { Success: true } part && section.ContentType is not null && disposition.FileName.HasValue)
                files.Add(int.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture), new FakeFile(HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(), section.ContentType, bytes.ToArray()));
            else
                violate($"{where}: the part {name} of type {section.ContentType} is none of Discord's.");
        }
        return (json, files);
    }

    private static void CheckAttachments(JsonNode? json, SortedDictionary<int, FakeFile> files, string where, Action<string> violate)
    {
        // The first answer to an interaction wraps its message.
        JsonNode? message = json?["data"] ?? json;
        if (message is null)
            violate($"{where}: there is no payload_json.");
        int[] listed = [.. (message?["attachments"] as JsonArray ?? []).Select(each => each!["id"]!).Where(id => id.ToString().Length < 5).Select(id => int.Parse(id.ToString(), CultureInfo.InvariantCulture)).Order()];
        if (!listed.SequenceEqual(files.Keys))
            violate($"{where}: the attachments {string.Join(", ", listed)} are listed and the files {string.Join(", ", files.Keys)} are there.");
        if (message?["attachments"] is JsonArray attachments && attachments.Any(each => each!["id"]!.GetValueKind() != JsonValueKind.String))
            violate($"{where}: an attachment's id is a string.");
    }

    [GeneratedRegex(@"^DiscordBot \(https?://[^ ,]+, [0-9.]+\)$", RegexOptions.None, 1000)]
    private static partial Regex Agent { get; }

    [GeneratedRegex(@"^files\[([0-9])\]$", RegexOptions.None, 1000)]
    private static partial Regex FilePart { get; }
}
