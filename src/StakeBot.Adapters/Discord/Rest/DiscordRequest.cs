using System.Text.Json.Nodes;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>One request. It may be sent again where that is safe, so that nothing in it changes between the tries.</summary>
internal sealed class DiscordRequest(Route route, JsonNode? body = null)
{
    public Route Route { get; } = route;

    /// <summary>The body, without nonce; null: none.</summary>
    public JsonNode? Body { get; } = body;

    /// <summary>The files; the body lists them under <c>attachments</c>.</summary>
    public IReadOnlyList<DiscordFile> Files { get; init; } = [];

    /// <summary>What makes the creation of a message happen once, however often it is sent: at most 25 characters, put into the body with <c>enforce_nonce</c>.</summary>
    public string? Nonce { get; init; }

    public override string ToString() => Route.ToString();
}
