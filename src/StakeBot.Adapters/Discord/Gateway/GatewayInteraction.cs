using System.Text.Json;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Something that a person did: a slash command, a press, a form, or a request for suggestions.</summary>
/// <param name="Data">The interaction as Discord sent it.</param>
/// <param name="ReceivedAt">The monotonic clock at its receipt, from which Discord's three seconds are counted.</param>
internal sealed record GatewayInteraction(JsonElement Data, long ReceivedAt);
