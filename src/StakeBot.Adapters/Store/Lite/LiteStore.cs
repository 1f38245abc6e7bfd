using System.Runtime.ExceptionServices;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The embedded store. It opens its file with the first work, or when it is told to.</summary>
internal sealed class LiteStore : IStakeStore, IDisposable
{
    private readonly StoreThread _thread;
    private readonly DiskRoom _room;

    public LiteStore(StoreSetup setup)
    {
        _thread = new StoreThread(setup);
        _room = new DiskRoom(setup);
        Outbox = new LiteOutbox(_thread);
        Inbox = new LiteInboxLog(_thread);
        Due = new LiteDueWork(_thread, _room);
        Backup = new LiteBackup(_thread, setup);
    }

    public IOutbox Outbox { get; }

    public IInboxLog Inbox { get; }

    public IDueWork Due { get; }

    public IBackup Backup { get; }

    public string? SafeMode => _thread.SafeMode;

    /// <summary>Opens the file now.</summary>
    /// <exception cref="StoreStartException">It cannot be used.</exception>
    public async Task OpenAsync(CancellationToken ct)
    {
        try
        {
            await _thread.DoAsync(_ => true, ct).ConfigureAwait(false);
        }
        catch (StoreUnavailableException failed) when (failed.InnerException is StoreStartException start)
        {
            ExceptionDispatchInfo.Throw(start);
        }
        try
        {
            _room.KeepBallast();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StoreStartException($"The store's folder cannot be written: {failed.Message.TrimEnd('.')}.", failed);
        }
    }

    public Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct)
    {
        StoreLimits.Check(transition);
        return _thread.DoAsync(session => TryTransition(session, transition), ct);
    }

    public Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct)
    {
        StoreLimits.CheckRecordName(collection, key);
        return _thread.DoAsync(session => session.Records.Find(collection, key), ct);
    }

    public Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct)
    {
        StoreLimits.CheckCollection(collection);
        return _thread.DoAsync(session => session.Records.List(collection, prefix), ct);
    }

    public Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct) =>
        _thread.DoAsync<IReadOnlyList<JournalRecord>>(
            session =>
            [
                .. (subject is null ? session.Journal.Read(fromSequence, most) : session.Journal.Read(subject, fromSequence, most)).Select(JournalContent.Read),
            ],
            ct);

    public Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct) => _thread.DoAsync(session => session.Head.Told, ct);

    public Task EnterSafeModeAsync(string reason, CancellationToken ct) => _thread.DoAsync(
        session =>
        {
            session.EnterSafeMode(reason);
            return true;
        },
        ct);

    public Task<bool> LeaveSafeModeAsync(CancellationToken ct) => _thread.DoAsync(
        _ =>
        {
            LiteSession session = _thread.Reopen();
            if (session.Problem is not null)
                return false;
            session.LeaveSafeMode();
            return true;
        },
        ct);

    /// <summary>Has work done that none of the ports asks for: moving everything at once.</summary>
    public Task<T> DoAsync<T>(Func<LiteSession, T> work, CancellationToken ct) => _thread.DoAsync(work, ct);

    public void Dispose() => _thread.Dispose();

    private bool TryTransition(LiteSession session, Transition transition)
    {
        _room.Demand();
        if (transition.Writes.Any(write => (session.Records.Find(write.Collection, write.Key)?.Version ?? 0) != write.ExpectedVersion))
            return false;
        session.Write(() =>
        {
            foreach (RecordWrite write in transition.Writes)
                Apply(session.Records, write);
            session.Append(transition.Entry, [.. transition.Writes.Select(WrittenBy)]);
            foreach (OutgoingMessage message in transition.Outgoing.Where(message => !session.Outbox.Knows(message.Id)))
                session.Outbox.Add(message);
        });
        return true;
    }

    private static void Apply(RecordTable records, RecordWrite write)
    {
        if (write.Body is null)
            records.Delete(write.Collection, write.Key);
        else
            records.Put(new StoredRecord(write.Collection, write.Key, write.ExpectedVersion + 1, write.Body));
    }

    private static WrittenRecord WrittenBy(RecordWrite write) =>
        new(write.Collection, write.Key, write.ExpectedVersion + 1, write.Body is null ? null : Sha256Hex.Of(write.Body));
}
