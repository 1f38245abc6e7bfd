using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StakeBot.Adapters.Discord.Rendering;

namespace StakeBot.Adapters.Tests.Discord.Rendering;

/// <summary>What Discord takes of a message, at its strictest: everything that a message departs from it in.</summary>
internal static partial class MessageLimits
{
    private const int V2 = 1 << 15;

    public static IReadOnlyList<string> Broken(RenderedMessage message)
    {
        List<string> broken = [];
        JsonObject body = message.Body;
        if (body["allowed_mentions"]?.ToJsonString() != "{\"parse\":[]}")
            broken.Add("somebody could be called by it");
        JsonObject[] parts = [.. Parts(body["components"])];
        if (((int?)body["flags"] & V2) == V2)
            CheckRich(body, parts, broken);
        else
            CheckPlain(body, broken);
        CheckButtons(parts, broken);
        CheckFiles(message, parts, broken);
        return broken;
    }

    private static void CheckRich(JsonObject body, JsonObject[] parts, List<string> broken)
    {
        if (body["content"] is not null || body["embeds"] is not null)
            broken.Add("components beside content or embeds");
        Most(parts.Length, 40, "components", broken);
        string[] texts = [.. parts.Where(part => (int)part["type"]! == 10).Select(part => (string)part["content"]!)];
        if (texts.Length == 0 || texts.Any(text => text.Trim().Length == 0))
            broken.Add("a text that is empty");
        Most(texts.Sum(text => text.Length), 4000, "characters of text", broken);
        Most(Encoding.UTF8.GetByteCount(string.Concat(texts)), 9500, "bytes of text", broken);
        if (parts.Any(part => (int)part["type"]! is not (1 or 2 or 10 or 12 or 13 or 17)))
            broken.Add("an unknown component");
        foreach (JsonNode? item in parts.Where(part => (int)part["type"]! == 12).SelectMany(part => (JsonArray)part["items"]!))
        {
            Most(((string)item!["description"]!).Length, 1024, "characters of a description", broken);
            if (((string)item["description"]!).Length == 0)
                broken.Add("a picture without a description");
        }
    }

    private static void CheckPlain(JsonObject body, List<string> broken)
    {
        Most(((string?)body["content"])?.Length ?? 0, 2000, "characters of content", broken);
        JsonArray embeds = (JsonArray)body["embeds"]!;
        Most(embeds.Count, 10, "embeds", broken);
        foreach (JsonNode? embed in embeds)
        {
            Most(((string)embed!["title"]!).Length, 256, "characters of a title", broken);
            Most(((string)embed["description"]!).Length, 4096, "characters of a description", broken);
        }
        Most(embeds.Sum(embed => ((string)embed!["title"]!).Length + ((string)embed["description"]!).Length), 6000, "characters in embeds", broken);
        Most(((JsonArray)body["components"]!).Count, 5, "rows", broken);
    }

    private static void CheckButtons(JsonObject[] parts, List<string> broken)
    {
        foreach (JsonObject row in parts.Where(part => (int)part["type"]! == 1))
        {
            Most(((JsonArray)row["components"]!).Count, 5, "buttons in a row", broken);
            if (((JsonArray)row["components"]!).Count == 0)
                broken.Add("a row without buttons");
        }
        JsonObject[] buttons = [.. parts.Where(part => (int)part["type"]! == 2)];
        foreach (JsonObject button in buttons)
        {
            Most(((string)button["label"]!).Length, 80, "characters of a label", broken);
            Most(((string)button["custom_id"]!).Length, 100, "characters of a custom_id", broken);
            if (((string)button["label"]!).Length == 0 || ((string)button["custom_id"]!).Length == 0)
                broken.Add("a button without label or id");
        }
        if (buttons.DistinctBy(button => (string)button["custom_id"]!).Count() != buttons.Length)
            broken.Add("a custom_id twice");
    }

    private static void CheckFiles(RenderedMessage message, JsonObject[] parts, List<string> broken)
    {
        Most(message.Files.Count, 10, "files", broken);
        JsonArray listed = (JsonArray)message.Body["attachments"]!;
        if (!listed.Select(entry => ((string)entry!["id"]!, (string)entry["filename"]!)).SequenceEqual(message.Files.Select((file, i) => ($"{i}", file.FileName))))
            broken.Add("attachments that are not the files");
        if (message.Files.Any(file => !FileName.IsMatch(file.FileName)) || message.Files.DistinctBy(file => file.FileName).Count() != message.Files.Count)
            broken.Add("a file name that cannot be pointed to");
        string json = message.Body.ToJsonString();
        foreach (Match shown in Shown.Matches(json))
        {
            if (message.Files.All(file => file.FileName != shown.Groups[1].Value))
                broken.Add($"{shown.Value} without the file");
        }
        bool rich = parts.Any(part => (int)part["type"]! == 17);
        if (rich && message.Files.Any(file => !json.Contains($"attachment://{file.FileName}", StringComparison.Ordinal)))
            broken.Add("a file that nobody sees");
    }

    private static void Most(int count, int most, string what, List<string> broken)
    {
        if (count > most)
            broken.Add($"{count} {what}, {most} allowed");
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Parts),
        JsonObject part => Parts(part["components"]).Prepend(part),
        _ => [],
    };

    [GeneratedRegex("^[A-Za-z0-9._-]+$")]
    private static partial Regex FileName { get; }

    [GeneratedRegex("attachment://([^\"]+)")]
    private static partial Regex Shown { get; }
}
