using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.People;

/// <summary>The text of an alert: what happened does not change until it is read.</summary>
internal sealed class AlertText(BotMode mode) : IOutgoingText
{
    public const string KindName = "alert";

    public string Kind => KindName;

    public Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct)
    {
        string text = body.GetProperty("text").GetString() ?? throw new InvalidOperationException("An alert without a text.");
        return Task.FromResult<OutgoingReply?>(new OutgoingReply(new Reply { Mode = mode.Value, Title = "You should know", Lines = text.Split('\n') }, null));
    }

    public Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct) => Task.CompletedTask;
}
