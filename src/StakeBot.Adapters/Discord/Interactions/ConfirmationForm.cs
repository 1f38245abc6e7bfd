using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rendering;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>The form of the second, deliberate step: what the message says, and one line to type.</summary>
internal static class ConfirmationForm
{
    private const int TextDisplay = 10;
    private const int Label = 18;
    private const int TextInput = 4;
    private const int OneLine = 1;
    private const int LongestLabel = 45;
    private const int LongestText = 3000;
    private const int LongestLine = 100;

    public static JsonObject Of(ComponentId.Asking asking, JsonElement message)
    {
        JsonArray parts = [];
        if (ReplyFiles.Cut(TextOf(message), LongestText) is { Length: > 0 } text)
            parts.Add(new JsonObject { ["type"] = TextDisplay, ["content"] = text });
        parts.Add(new JsonObject
        {
            ["type"] = Label,
            ["label"] = asking.Asks.Length == 0 ? "Type what the message asks for" : ReplyFiles.Cut(asking.Asks, LongestLabel),
            ["component"] = new JsonObject { ["type"] = TextInput, ["custom_id"] = "typed", ["style"] = OneLine, ["required"] = true, ["max_length"] = LongestLine },
        });
        return new JsonObject { ["custom_id"] = new ComponentId.Form(asking.Command).Text, ["title"] = "One more step", ["components"] = parts };
    }

    /// <summary>What was typed into a form; empty when there is nothing.</summary>
    public static string TypedInto(JsonElement form) => Nested(form).Select(part => Text(part, "value")).FirstOrDefault(value => value is not null) ?? "";

    // The message as Discord has it, markup and all: the form understands the same.
    private static string TextOf(JsonElement message)
    {
        IEnumerable<string?> texts = Nested(message).Select(part => Text(part, "content"));
        return string.Join('\n', texts.Concat(Members(message, "embeds").Select(embed => Text(embed, "description"))).Where(text => !string.IsNullOrEmpty(text)));
    }

    private static IEnumerable<JsonElement> Nested(JsonElement node)
    {
        List<JsonElement> children = Members(node, "components");
        if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("component", out JsonElement one))
            children.Add(one);
        return children.SelectMany(child => Nested(child).Prepend(child));
    }

    private static List<JsonElement> Members(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out JsonElement array) && array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
