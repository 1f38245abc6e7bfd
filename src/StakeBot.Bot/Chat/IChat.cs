namespace StakeBot.Bot.Chat;

/// <summary>The way out to the people of one platform.</summary>
/// <exception cref="ChatUnavailableException">Every method: the platform cannot be reached now; the same may be tried again later.</exception>
public interface IChat
{
    /// <summary>The platform, as in <see cref="ChatAddress.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>Shows a reply, its signed buttons sealed for this conversation (<see cref="TapSeal"/>).</summary>
    /// <returns>Where it is shown; null when the conversation is gone, which is logged.</returns>
    Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct);

    /// <summary>
    /// Shows the answer to what was typed, where its sender waits for it: behind his message in a group, for him alone where the platform can.
    /// A reply that is not to be said is passed too, because a platform may be showing that an answer is being made.
    /// </summary>
    /// <returns>Where it is shown and can be edited from now on; null when it is nowhere.</returns>
    Task<MessageRef?> AnswerAsync(ChatMessage question, Reply reply, CancellationToken ct) =>
        reply.Unsaid ? Task.FromResult<MessageRef?>(null) : SendAsync(question.Address, reply, ct);

    /// <summary>Replaces a shown message, with its buttons, in place.</summary>
    /// <returns>False when the message or its conversation is gone.</returns>
    Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct);

    /// <summary>Takes a shown message away, where the platform can.</summary>
    Task<bool> TryDeleteAsync(MessageRef message, CancellationToken ct) => Task.FromResult(false);

    /// <summary>Tells the platform that a press has arrived, before anything is done about it.</summary>
    /// <returns>False when the platform takes it no more, because it is too old or unknown: then nothing may be done about it.</returns>
    Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct);

    /// <summary>Tells the presser, and nobody else, what became of his press. The message that the button is on stays as it is.</summary>
    Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct);

    /// <summary>Shows for a few seconds that an answer is being made; called again while it is.</summary>
    Task ShowTypingAsync(ChatAddress address, CancellationToken ct);
}
