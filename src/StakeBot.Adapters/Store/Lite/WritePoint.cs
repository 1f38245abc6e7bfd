namespace StakeBot.Adapters.Store.Lite;

/// <summary>Where a write may be interrupted.</summary>
internal enum WritePoint
{
    /// <summary>Everything is written, nothing is committed.</summary>
    BeforeCommit,

    /// <summary>Committed and on disk, not yet acknowledged.</summary>
    BeforeAcknowledge,
}
