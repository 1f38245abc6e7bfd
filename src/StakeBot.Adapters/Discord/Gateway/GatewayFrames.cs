using System.Text.Json;
using System.Text.Json.Nodes;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Everything that is sent to the gateway.</summary>
internal static class GatewayFrames
{
    private const int HeartbeatOp = 1;
    private const int IdentifyOp = 2;
    private const int PresenceOp = 3;
    private const int ResumeOp = 6;
    private const int CustomStatus = 4;

    // Interactions belong to no intent: they always come.
    private const int NoIntents = 0;

    private static string SystemName => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    public static byte[] Heartbeat(long? sequence) => Frame(HeartbeatOp, sequence);

    public static byte[] Identify(GatewayIdentity identity)
    {
        JsonObject data = new()
        {
            ["token"] = identity.Token,
            ["intents"] = NoIntents,
            ["properties"] = new JsonObject { ["os"] = SystemName, ["browser"] = "stakebot", ["device"] = "stakebot" },
            ["presence"] = PresenceOf(identity.Presence()),
        };
        if (identity.Shards > 1)
            data["shard"] = new JsonArray(identity.Shard, identity.Shards);
        return Frame(IdentifyOp, data);
    }

    public static byte[] Resume(GatewayIdentity identity, GatewaySession session) => Frame(ResumeOp, new JsonObject
    {
        ["token"] = identity.Token,
        ["session_id"] = session.Id,
        ["seq"] = session.Sequence,
    });

    public static byte[] Presence(string text) => Frame(PresenceOp, PresenceOf(text));

    private static JsonObject PresenceOf(string text) => new()
    {
        ["since"] = null,
        ["activities"] = new JsonArray(new JsonObject { ["name"] = "Custom Status", ["type"] = CustomStatus, ["state"] = text }),
        ["status"] = "online",
        ["afk"] = false,
    };

    private static byte[] Frame(int op, JsonNode? data) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["op"] = op, ["d"] = data });
}
