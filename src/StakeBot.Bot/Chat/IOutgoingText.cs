using System.Text.Json;

namespace StakeBot.Bot.Chat;

/// <summary>What is to be shown, and where.</summary>
/// <param name="Reply">The text as it is true now.</param>
/// <param name="Edits">The message to edit; null: a new one.</param>
public sealed record OutgoingReply(Reply Reply, MessageRef? Edits)
{
    /// <summary>Whether it is worth no message of its own: when the message to edit is gone, nothing is shown.</summary>
    public bool IsOnlyAnEdit { get; init; }
}

/// <summary>Makes the text of one kind of outgoing message at the moment it is sent, so that it says what is true then.</summary>
public interface IOutgoingText
{
    /// <summary>The value of <c>kind</c> in the bodies that it knows.</summary>
    string Kind { get; }

    /// <summary>The text; null when there is nothing left to say.</summary>
    Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct);

    /// <summary>Told where a new message was shown, so that it can be edited later.</summary>
    Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct);

    /// <summary>Told that nobody knows whether a new message was shown, and that it is not shown again.</summary>
    Task DoubtfulAsync(JsonElement body, CancellationToken ct) => Task.CompletedTask;
}
