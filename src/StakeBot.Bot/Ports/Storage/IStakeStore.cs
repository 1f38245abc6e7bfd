namespace StakeBot.Bot.Ports.Storage;

/// <summary>
/// What must not be forgotten: records that change only by compare-and-set, the journal of every change, and the messages that follow from it, all in
/// one durable step. When a call has returned, a kill at any later instant loses nothing of it.
/// </summary>
/// <exception cref="StoreUnavailableException">
/// Every method: the store cannot be used now. A transition that threw may have been written all the same: read before deciding anything.
/// </exception>
public interface IStakeStore
{
    /// <summary>Why the store may be read but not relied on for sending anything; null when it is sound.</summary>
    string? SafeMode { get; }

    /// <summary>
    /// Makes all writes, the journal record and the outgoing messages durable; or nothing of them. A message whose id is taken already is left out. Refused
    /// as unavailable while the disk is nearly full.
    /// </summary>
    /// <returns>False when a record was not at its expected version: somebody else was first, and nothing was written.</returns>
    /// <exception cref="ArgumentException">Too large, a record twice, or a name that is none: a fault of the program.</exception>
    Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct);

    /// <summary>One record; null when there is none.</summary>
    Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct);

    /// <summary>The records of a collection whose key begins with <paramref name="prefix"/>, by key (ordinal).</summary>
    Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct);

    /// <summary>Journal records from <paramref name="fromSequence"/> on, oldest first.</summary>
    /// <param name="subject">Only those about it; null for all.</param>
    Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct);

    /// <summary>Where the journal ends now.</summary>
    Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct);

    /// <summary>Enters safe mode, durably, until it is left.</summary>
    Task EnterSafeModeAsync(string reason, CancellationToken ct);

    /// <summary>Leaves it: the owner has looked at what was wrong. Refused (false) while the journal does not verify.</summary>
    Task<bool> LeaveSafeModeAsync(CancellationToken ct);
}
