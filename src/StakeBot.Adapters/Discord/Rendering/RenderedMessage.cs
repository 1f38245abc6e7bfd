using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>A message as Discord takes it.</summary>
/// <param name="Body">The JSON, without nonce; its <c>attachments</c> list the files.</param>
/// <param name="Files">What is sent with it.</param>
internal sealed record RenderedMessage(JsonObject Body, IReadOnlyList<DiscordFile> Files)
{
    /// <summary>The flag of a message that only one person sees.</summary>
    public const int EphemeralFlag = 1 << 6;

    /// <summary>The same, for one person alone. The body is a copy.</summary>
    public RenderedMessage ForOnePerson()
    {
        var body = (JsonObject)Body.DeepClone();
        body["flags"] = ((int?)body["flags"] ?? 0) | EphemeralFlag;
        return this with { Body = body };
    }
}
