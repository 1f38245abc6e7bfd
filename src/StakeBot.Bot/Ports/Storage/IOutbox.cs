namespace StakeBot.Bot.Ports.Storage;

/// <summary>What a message is for; the smaller number goes first.</summary>
public enum OutgoingPriority
{
    /// <summary>The answer to somebody who waits.</summary>
    Answer,

    /// <summary>The state of a proposal.</summary>
    Confirmation,

    /// <summary>Something that somebody should know now.</summary>
    Alert,

    /// <summary>A digest.</summary>
    Digest,
}

/// <summary>A message that is to be delivered, or an edit of one that was.</summary>
/// <param name="Id">Unique; the same id is stored once.</param>
/// <param name="Platform">The platform of the conversation.</param>
/// <param name="Chat">The conversation.</param>
/// <param name="Priority">What goes first.</param>
/// <param name="Body">What to say, canonical JSON below 4 KB; the sender knows its meaning.</param>
/// <param name="NotBefore">Not to be sent earlier.</param>
public sealed record OutgoingMessage(string Id, string Platform, string Chat, OutgoingPriority Priority, string Body, DateTimeOffset NotBefore);

/// <summary>A message out of the outbox, with what has been tried.</summary>
/// <param name="Message">The message.</param>
/// <param name="Attempts">How often a send was begun.</param>
/// <param name="SendingSince">When the last send was begun that has not been told to be over; null when none is.</param>
public sealed record PendingMessage(OutgoingMessage Message, int Attempts, DateTimeOffset? SendingSince);

/// <summary>Messages on their way out. They come in with the transition that caused them, or alone.</summary>
/// <exception cref="StoreUnavailableException">Every method: the store cannot be used now.</exception>
public interface IOutbox
{
    /// <summary>Stores a message of its own, without a transition.</summary>
    /// <returns>False when its id is there already, sent or not.</returns>
    Task<bool> TryAddAsync(OutgoingMessage message, CancellationToken ct);

    /// <summary>What is due on a platform, by priority, then age; with messages whose sending a kill interrupted.</summary>
    Task<IReadOnlyList<PendingMessage>> DueAsync(string platform, DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Notes durably that a send begins.</summary>
    Task BeginSendAsync(string id, DateTimeOffset now, CancellationToken ct);

    /// <summary>Notes that it arrived; it is never due again, and its id stays taken for 30 days. A message that is over is left as it is.</summary>
    Task SentAsync(string id, DateTimeOffset now, CancellationToken ct);

    /// <summary>Notes that it did not arrive and when to try again; null: never.</summary>
    Task NotSentAsync(string id, DateTimeOffset? again, string reason, CancellationToken ct);
}
