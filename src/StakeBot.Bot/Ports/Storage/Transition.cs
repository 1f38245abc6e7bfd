namespace StakeBot.Bot.Ports.Storage;

/// <summary>Changes that happen together or not at all.</summary>
/// <param name="Entry">What the journal says of it.</param>
/// <param name="Writes">The records that change.</param>
/// <param name="Outgoing">Messages to people that follow from it; delivered at least once.</param>
public sealed record Transition(JournalEntry Entry, IReadOnlyList<RecordWrite> Writes, IReadOnlyList<OutgoingMessage> Outgoing);

/// <summary>One thing that happened, for the journal.</summary>
/// <param name="At">When.</param>
/// <param name="Subject">What it is about: a proposal's id, a person's, a setting's name.</param>
/// <param name="Event">What happened, a stable word such as <c>proposal-confirmed</c>.</param>
/// <param name="Actor">Who did it: <c>platform:id</c> of a person, or <c>stakebot</c>.</param>
/// <param name="Detail">The rest: canonical JSON without secrets, below 4 KB.</param>
public sealed record JournalEntry(DateTimeOffset At, string Subject, string Event, string Actor, string Detail);

/// <summary>A journal entry as it was written, linked to the one before.</summary>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="Entry">What happened.</param>
/// <param name="Written">The records that it changed: collection, key, version after, SHA-256 of the body (null: deleted).</param>
/// <param name="PreviousHash">The hash of the record before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over the previous hash and the canonical content, 64 hex digits.</param>
public sealed record JournalRecord(
    long Sequence,
    JournalEntry Entry,
    IReadOnlyList<WrittenRecord> Written,
    string PreviousHash,
    string Hash);

/// <summary>The end of the journal. Whoever noted it can tell later whether anything before it was rewritten.</summary>
/// <param name="Sequence">The newest record's number; 0 while there is none.</param>
/// <param name="Hash">The newest record's hash; 64 zeros while there is none.</param>
public sealed record JournalHead(long Sequence, string Hash);

/// <summary>What a transition left of one record.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Its version afterwards.</param>
/// <param name="BodyHash">SHA-256 of its body, hex; null when it was deleted.</param>
public sealed record WrittenRecord(string Collection, string Key, long Version, string? BodyHash);
