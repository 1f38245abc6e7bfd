using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>What kind of thing a person did.</summary>
internal enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Press = 3,
    Suggestions = 4,
    Form = 5,
}

/// <summary>Something that a person did, as far as the bot needs it. Its token speaks for the bot for 15 minutes and appears in no text.</summary>
internal sealed class Interaction(string id, string application, string token, InteractionKind kind, ChatAddress address, PlatformIdentity sender, JsonElement data)
{
    private const int ContextWithTheBot = 1;

    public string Id { get; } = id;

    public string Application { get; } = application;

    public string Token { get; } = token;

    public InteractionKind Kind { get; } = kind;

    /// <summary>The channel; for a private conversation with the bot, its channel.</summary>
    public ChatAddress Address { get; } = address;

    public PlatformIdentity Sender { get; } = sender;

    /// <summary>What was chosen, typed or pressed.</summary>
    public JsonElement Data { get; } = data;

    /// <summary>Whether only the sender reads the conversation.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The server; null outside of servers.</summary>
    public string? Server { get; init; }

    /// <summary>The message whose button was pressed; undefined otherwise.</summary>
    public JsonElement Message { get; init; }

    /// <summary>Reads what Discord sent.</summary>
    /// <exception cref="JsonException">It is no interaction that the bot understands.</exception>
    public static Interaction Read(JsonElement json)
    {
        JsonElement user = json.TryGetProperty("member", out JsonElement member) && member.TryGetProperty("user", out JsonElement ofMember) ? ofMember
            : json.TryGetProperty("user", out JsonElement alone) ? alone
            : throw new JsonException("It names no user.");
        string? server = Text(json, "guild_id");
        bool hasContext = json.TryGetProperty("context", out JsonElement context) && context.ValueKind == JsonValueKind.Number;
        return new Interaction(
            Needed(json, "id"),
            Needed(json, "application_id"),
            Needed(json, "token"),
            json.TryGetProperty("type", out JsonElement type) && type.TryGetInt32(out int kind) ? (InteractionKind)kind : throw new JsonException("It has no type."),
            new ChatAddress(DiscordChat.Name, Needed(json, "channel_id")),
            new PlatformIdentity(DiscordChat.Name, Needed(user, "id"), Text(member, "nick") ?? Text(user, "global_name") ?? Text(user, "username") ?? "somebody"),
            json.TryGetProperty("data", out JsonElement data) ? data : throw new JsonException("It has no data."))
        {
            IsPrivate = hasContext ? context.GetInt32() == ContextWithTheBot : server is null,
            Server = server,
            Message = json.TryGetProperty("message", out JsonElement message) ? message : default,
        };
    }

    private static string Needed(JsonElement json, string name) => Text(json, name) ?? throw new JsonException($"It has no {name}.");

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } value
            ? value
            : null;
}
