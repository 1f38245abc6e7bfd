using System.Text.Json.Nodes;
using StakeBot.Testing.Discord;

namespace StakeBot.Host.Tests.Discord;

/// <summary>Somebody on a Discord of this machine, in his private conversation with the bot: what he types, presses and sees.</summary>
internal sealed class DiscordPerson(FakeDiscordServer discord, FakeGatewayConnection gateway)
{
    public const string Id = "80351110224678912";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private int _last = 3000;

    /// <summary>His private conversation, as the fake names it.</summary>
    public static string Conversation => $"7{Id}";

    /// <summary>Discord refuses messages that are addressed to a person instead of a conversation.</summary>
    public static void HasPrivateConversation(FakeDiscordServer discord) =>
        discord.Rest.Script("POST", $"/channels/{Id}/messages", Enumerable.Repeat(FakeAnswer.Refusal(404, 10003, "Unknown Channel"), 10));

    /// <summary>A slash command; done when Discord has the first response.</summary>
    public Task Types(string data) => Does(2, data, null);

    /// <summary>A press; done when Discord has the first response.</summary>
    public Task Presses(FakeRequest message, string id, string label)
    {
        string customId = (string)Buttons(message.Json).First(button => (string?)button["label"] == label)["custom_id"]!;
        return Does(3, new JsonObject { ["component_type"] = 2, ["custom_id"] = customId }.ToJsonString(), new JsonObject { ["id"] = id, ["channel_id"] = Conversation });
    }

    /// <summary>The first message, or edit of a message, that has these words and was not refused.</summary>
    public Task<FakeRequest> Sees(string words, string? id = null) => Arrived(request => IsTaken(request, id) && Said(request).Contains(words, StringComparison.Ordinal));

    /// <summary>The labels of a message's buttons.</summary>
    public static IReadOnlyList<string> Labels(FakeRequest message) => [.. Buttons(message.Json).Select(button => (string?)button["label"] ?? "")];

    private async Task Does(int type, string data, JsonObject? message)
    {
        string id = $"{++_last}";
        JsonObject interaction = new()
        {
            ["id"] = id,
            ["application_id"] = FakeRest.Application,
            ["type"] = type,
            ["token"] = $"tokenOfInteraction{id}",
            ["channel_id"] = Conversation,
            ["context"] = 1,
            ["user"] = new JsonObject { ["id"] = Id, ["username"] = "ana" },
            ["data"] = JsonNode.Parse(data),
        };
        if (message is not null)
            interaction["message"] = message;
        await gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        await Arrived(request => request.Path.StartsWith($"/interactions/{id}/", StringComparison.Ordinal));
    }

    // As long as the test has the patience for.
    private async Task<FakeRequest> Arrived(Func<FakeRequest, bool> wanted)
    {
        while (true)
        {
            if (discord.Rest.Requests.FirstOrDefault(wanted) is { } found)
                return found;
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }

    private static bool IsTaken(FakeRequest request, string? id) => id is null
        ? !request.Path.StartsWith($"/channels/{Id}/", StringComparison.Ordinal)
        : request.Path.EndsWith($"/messages/{id}", StringComparison.Ordinal);

    // Without the signs that keep Discord from reading punctuation as markup.
    private static string Said(FakeRequest request) => string.Join('\n', Texts(request.Json is JsonObject json ? json["data"] ?? json : null)).Replace("\\", "", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject part => Texts(part["components"]).Concat(part["content"] is JsonValue content ? [(string)content!] : []),
        _ => [],
    };

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Buttons),
        JsonObject part => Buttons(part["components"]).Concat(part["custom_id"] is null ? [] : [part]),
        _ => [],
    };
}
