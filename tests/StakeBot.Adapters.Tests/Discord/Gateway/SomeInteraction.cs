using System.Text.Json.Nodes;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

/// <summary>Interactions as Discord sends them.</summary>
internal static class SomeInteraction
{
    public static JsonObject Command(string id, string name = "status") => new()
    {
        ["id"] = id,
        ["application_id"] = "900",
        ["type"] = 2,
        ["token"] = $"interactionToken{id}ThatNobodyMaySee",
        ["data"] = new JsonObject { ["name"] = name },
    };

    public static JsonObject Suggestions(string id)
    {
        JsonObject interaction = Command(id);
        interaction["type"] = 4;
        return interaction;
    }
}
