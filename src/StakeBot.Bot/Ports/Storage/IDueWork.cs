namespace StakeBot.Bot.Ports.Storage;

/// <summary>Something that is to happen at a time.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="Due">When, UTC.</param>
/// <param name="Body">What the work needs, canonical JSON below 4 KB.</param>
public sealed record DueItem(string Id, string Kind, DateTimeOffset Due, string Body);

/// <summary>A due item that one worker has claimed for a while.</summary>
/// <param name="Item">The item.</param>
/// <param name="Fence">Grows with every claim: a worker that lost its lease is known by an old fence.</param>
public sealed record ClaimedItem(DueItem Item, long Fence);

/// <summary>How a claim ends.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Occurrence">Unique for this occurrence, such as <c>digest:42:2026-11-22</c>.</param>
/// <param name="Next">The item's next time and body; null takes it out.</param>
/// <param name="Outgoing">Messages that follow from it.</param>
public sealed record Completion(ClaimedItem Claim, string Occurrence, DueItem? Next, IReadOnlyList<OutgoingMessage> Outgoing);

/// <summary>What is to happen when. A claim is a lease: when it runs out, another may claim.</summary>
/// <exception cref="StoreUnavailableException">Every method: the store cannot be used now.</exception>
public interface IDueWork
{
    /// <summary>Enters an item, or moves one that is there to another time or body; a claim on it is lost.</summary>
    Task PutAsync(DueItem item, CancellationToken ct);

    /// <summary>Takes an item out, claimed or not.</summary>
    Task RemoveAsync(string id, CancellationToken ct);

    /// <summary>One item; null when there is none.</summary>
    Task<DueItem?> FindAsync(string id, CancellationToken ct);

    /// <summary>Claims what is due and free, earliest first; nothing while the disk is nearly full. A claim that has ended by <paramref name="now"/> is free.</summary>
    Task<IReadOnlyList<ClaimedItem>> ClaimAsync(string kind, DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <summary>Ends a claim in one durable step: notes the occurrence, adds its messages, and puts the item to its next time.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="occurrence">Unique for this occurrence, such as <c>digest:42:2026-11-22</c>.</param>
    /// <param name="next">The item's next time and body; null takes it out.</param>
    /// <param name="outgoing">Messages that follow from it.</param>
    /// <returns>
    /// False when the claim was lost, then nothing was written; or when the occurrence had been noted before, then the item goes to its next time and no
    /// message is added.
    /// </returns>
    Task<bool> CompleteAsync(ClaimedItem claim, string occurrence, DueItem? next, IReadOnlyList<OutgoingMessage> outgoing, CancellationToken ct);

    /// <summary>Ends claims as <see cref="CompleteAsync(ClaimedItem, string, DueItem, IReadOnlyList{OutgoingMessage}, CancellationToken)"/> does, all in one durable step.</summary>
    /// <returns>One for each, in their order.</returns>
    Task<IReadOnlyList<bool>> CompleteAsync(IReadOnlyList<Completion> completions, CancellationToken ct);
}
