using StakeBot.Adapters.Store.Chain;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Memory;

/// <summary>The store for one question, and for tests: the same promises, except that everything ends with the process.</summary>
public sealed class MemoryStore : IStakeStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Collection, string Key), StoredRecord> _records = new(ByName.Order);
    private readonly List<JournalLine> _journal = [];
    private readonly MemoryOutbox _outbox;
    private readonly TimeProvider _time;
    private string? _safeMode;

    public MemoryStore(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        Backup = new MemoryBackup(Write, _time);
        _outbox = new MemoryOutbox(_gate);
        Inbox = new MemoryInboxLog(_gate);
        Due = new MemoryDueWork(_gate, _outbox);
    }

    /// <summary>Its outbox.</summary>
    public IOutbox Outbox => _outbox;

    /// <summary>Its taken events.</summary>
    public IInboxLog Inbox { get; }

    /// <summary>Its due items.</summary>
    public IDueWork Due { get; }

    /// <summary>This process alone can see it, so it may do everything.</summary>
    public ILeadership Leadership { get; } = new MemoryLeadership();

    /// <summary>Copies of it.</summary>
    public IBackup Backup { get; }

    public string? SafeMode
    {
        get
        {
            lock (_gate)
                return _safeMode;
        }
    }

    public Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct)
    {
        StoreLimits.Check(transition);
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (transition.Writes.Any(write => VersionOf(write) != write.ExpectedVersion))
                return Task.FromResult(false);
            WrittenRecord[] written = [.. transition.Writes.Select(Apply)];
            Append(transition.Entry, written);
            foreach (OutgoingMessage message in transition.Outgoing)
                _outbox.Add(message);
            return Task.FromResult(true);
        }
    }

    public Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct)
    {
        StoreLimits.CheckRecordName(collection, key);
        ct.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(_records.GetValueOrDefault((collection, key)));
    }

    public Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct)
    {
        StoreLimits.CheckCollection(collection);
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StoredRecord>>(
                [.. _records.Values.Where(record => record.Collection == collection && record.Key.StartsWith(prefix, StringComparison.Ordinal))]);
        }
    }

    public Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalRecord>>(
            [
                .. _journal.Where(line => line.Sequence >= fromSequence)
                    .Select(JournalContent.Read)
                    .Where(record => subject is null || record.Entry.Subject == subject)
                    .Take(most),
            ]);
        }
    }

    public Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(Head().Told);
    }

    public Task EnterSafeModeAsync(string reason, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            string joined = SafeModeReason.Join(_safeMode, reason);
            if (joined != _safeMode)
                Append(SafeModeReason.Entry(joined, _time.GetUtcNow()), []);
            _safeMode = joined;
        }
        return Task.CompletedTask;
    }

    public Task<bool> LeaveSafeModeAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (StoreScan.Of(_journal, _records.Values, ChainHead.Start).Problem is not null)
                return Task.FromResult(false);
            _safeMode = null;
            return Task.FromResult(true);
        }
    }

    private ExportReport Write(TextWriter to)
    {
        lock (_gate)
            return StoreExport.Write(to, _journal, _records.Values, new HashSet<string>());
    }

    private void Append(JournalEntry entry, IReadOnlyList<WrittenRecord> written)
    {
        ChainHead head = Head();
        _journal.Add(head.Link(JournalContent.Write(head.Sequence + 1, entry, written)));
    }

    private ChainHead Head() => _journal.Count == 0 ? ChainHead.Start : _journal[^1].Head;

    private long VersionOf(RecordWrite write) => _records.GetValueOrDefault((write.Collection, write.Key))?.Version ?? 0;

    private WrittenRecord Apply(RecordWrite write)
    {
        long version = write.ExpectedVersion + 1;
        if (write.Body is null)
            _records.Remove((write.Collection, write.Key));
        else
            _records[(write.Collection, write.Key)] = new StoredRecord(write.Collection, write.Key, version, write.Body);
        return new WrittenRecord(write.Collection, write.Key, version, write.Body is null ? null : Sha256Hex.Of(write.Body));
    }

    /// <summary>By collection, then by key, ordinal.</summary>
    private sealed class ByName : IComparer<(string Collection, string Key)>
    {
        public static ByName Order { get; } = new();

        public int Compare((string Collection, string Key) x, (string Collection, string Key) y) =>
            string.CompareOrdinal(x.Collection, y.Collection) is var order and not 0 ? order : string.CompareOrdinal(x.Key, y.Key);
    }
}
