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

    /// <summary>Told that a message is given up: it did not arrive, or nobody knows whether it did. Must bear being told twice.</summary>
    /// <param name="body">What was to be said.</param>
    /// <param name="address">Where.</param>
    /// <param name="isGone">Whether the platform lets nothing be shown there any more.</param>
    /// <param name="ct">Ends the wait.</param>
    Task GivenUpAsync(JsonElement body, ChatAddress address, bool isGone, CancellationToken ct) => Task.CompletedTask;
}
