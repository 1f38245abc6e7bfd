using System.Security.Cryptography;
using System.Text;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Testing;

/// <summary>A store in memory, which may live longer than a bot: records, journal and outbox, with a fault that can be switched on.</summary>
public sealed class FakeStore : IStakeStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Collection, string Key), StoredRecord> _records = [];
    private readonly List<JournalRecord> _journal = [];

    /// <summary>What every call throws; nothing when it works.</summary>
    public Exception? Fault { get; set; }

    public string? SafeMode { get; private set; }

    /// <summary>The messages that came in with transitions, and those that came alone.</summary>
    public FakeOutbox Outbox { get; } = new();

    /// <summary>Every message that was ever stored.</summary>
    public IReadOnlyList<OutgoingMessage> Outgoing => Outbox.All;

    /// <summary>Everything that is kept, as one text: for tests of what must never be in it.</summary>
    public string Everything
    {
        get
        {
            lock (_gate)
                return string.Join('\n', [.. _records.Values.Select(one => $"{one}"), .. _journal.Select(one => $"{one}"), .. Outgoing.Select(one => $"{one}")]);
        }
    }

    public Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct) => Do(() =>
    {
        if (transition.Writes.Any(write => (_records.GetValueOrDefault((write.Collection, write.Key))?.Version ?? 0) != write.ExpectedVersion))
            return false;
        foreach (RecordWrite write in transition.Writes)
        {
            if (write.Body is null)
                _records.Remove((write.Collection, write.Key));
            else
                _records[(write.Collection, write.Key)] = new StoredRecord(write.Collection, write.Key, write.ExpectedVersion + 1, write.Body);
        }
        WrittenRecord[] written = [.. transition.Writes.Select(write => new WrittenRecord(write.Collection, write.Key, write.ExpectedVersion + 1, write.Body is null ? null : Hash(write.Body)))];
        string previous = _journal.Count == 0 ? new string('0', 64) : _journal[^1].Hash;
        _journal.Add(new JournalRecord(_journal.Count + 1, transition.Entry, written, previous, Hash($"{previous}{transition.Entry}")));
        foreach (OutgoingMessage message in transition.Outgoing)
            Outbox.Add(message);
        return true;
    });

    public Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct) => Do(() => _records.GetValueOrDefault((collection, key)));

    public Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct) => Do<IReadOnlyList<StoredRecord>>(() =>
    [
        .. _records.Values
            .Where(record => record.Collection == collection && record.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(record => record.Key, StringComparer.Ordinal),
    ]);

    public Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct) => Do<IReadOnlyList<JournalRecord>>(() =>
        [.. _journal.Where(record => record.Sequence >= fromSequence && (subject is null || record.Entry.Subject == subject)).Take(most)]);

    public Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct) => Do(() => new JournalHead(_journal.Count, _journal.Count == 0 ? new string('0', 64) : _journal[^1].Hash));

    public Task EnterSafeModeAsync(string reason, CancellationToken ct) => Do(() => SafeMode = reason);

    public Task<bool> LeaveSafeModeAsync(CancellationToken ct) => Do(() =>
    {
        SafeMode = null;
        return true;
    });

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private Task<T> Do<T>(Func<T> work)
    {
        lock (_gate)
            return Fault is null ? Task.FromResult(work()) : Task.FromException<T>(Fault);
    }
}
