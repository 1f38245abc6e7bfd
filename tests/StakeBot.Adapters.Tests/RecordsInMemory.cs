using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Tests;

/// <summary>The records of a store, and nothing else of it; it can be made to fail before or after it wrote.</summary>
internal sealed class RecordsInMemory : IStakeStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);

    /// <summary>The next transition writes, and then fails.</summary>
    public bool FailsAfterWriting { get; set; }

    /// <summary>Nothing can be read or written.</summary>
    public bool IsDown { get; set; }

    public string? SafeMode => null;

    public Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct)
    {
        lock (_gate)
            return Task.FromResult(Write(transition));
    }

    public Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct)
    {
        lock (_gate)
        {
            ThrowIfDown();
            return Task.FromResult(_records.GetValueOrDefault(Key(collection, key)));
        }
    }

    public Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct)
    {
        lock (_gate)
        {
            ThrowIfDown();
            return Task.FromResult<IReadOnlyList<StoredRecord>>(
                [.. _records.Values.Where(record => record.Collection == collection && record.Key.StartsWith(prefix, StringComparison.Ordinal))]);
        }
    }

    public Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task EnterSafeModeAsync(string reason, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> LeaveSafeModeAsync(CancellationToken ct) => throw new NotSupportedException();

    private bool Write(Transition transition)
    {
        ThrowIfDown();
        if (transition.Writes.Any(write => VersionOf(write) != write.ExpectedVersion))
            return false;
        foreach (RecordWrite write in transition.Writes)
        {
            Assert.True((write.Body?.Length ?? 0) < 4096, "A record's body is below 4 KB.");
            _records.Remove(Key(write.Collection, write.Key));
            if (write.Body is not null)
                _records[Key(write.Collection, write.Key)] = new StoredRecord(write.Collection, write.Key, write.ExpectedVersion + 1, write.Body);
        }
        if (!FailsAfterWriting)
            return true;
        FailsAfterWriting = false;
        throw new StoreUnavailableException("The disk is gone.");
    }

    private long VersionOf(RecordWrite write) => _records.GetValueOrDefault(Key(write.Collection, write.Key))?.Version ?? 0;

    private void ThrowIfDown()
    {
        if (IsDown)
            throw new StoreUnavailableException("The store is down.");
    }

    private static string Key(string collection, string key) => $"{collection}/{key}";
}
