using LiteDB;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The data file while it is open. Only the store's thread has one.</summary>
internal sealed class LiteSession : IDisposable
{
    private readonly LiteDatabase _database;
    private readonly StoreSetup _setup;
    private bool _safeModeKept = true;
    private bool _journalIsSound;

    private LiteSession(LiteDatabase database, StoreSetup setup)
    {
        _database = database;
        _setup = setup;
        Meta = new MetaTable(database);
        Records = new RecordTable(database);
        Journal = new JournalTable(database);
        Outbox = new OutboxTable(database);
        Inbox = new InboxTable(database);
        Due = new DueTable(database);
    }

    public MetaTable Meta { get; }

    public RecordTable Records { get; }

    public JournalTable Journal { get; }

    public OutboxTable Outbox { get; }

    public InboxTable Inbox { get; }

    public DueTable Due { get; }

    /// <summary>The end of the journal.</summary>
    public ChainHead Head { get; private set; }

    /// <summary>Why the store is in safe mode; null when it is sound.</summary>
    public string? SafeMode { get; private set; }

    /// <summary>What the newest look at everything found; null when all fitted.</summary>
    public string? Problem { get; private set; }

    /// <summary>Opens the file, takes it to today's format and looks at everything in it.</summary>
    /// <param name="acknowledged">The end of the journal that this process has told others of.</param>
    /// <exception cref="StoreStartException">It cannot be used.</exception>
    public static LiteSession Open(StoreSetup setup, ChainHead acknowledged)
    {
        LiteDatabase database = SchemaGate.Open(setup);
        try
        {
            LiteSession session = new(database, setup);
            session.Prepare();
            session.Scan(acknowledged);
            return session;
        }
        catch (Exception unreadable)
        {
            database.Dispose();
            string remedy = unreadable is IOException or UnauthorizedAccessException ? "Mend its disk or folder." : "Restore the newest backup.";
            throw new StoreStartException($"The store {setup.File} cannot be read whole: {unreadable.Message.TrimEnd('.')}. {remedy}", unreadable);
        }
    }

    /// <summary>Looks at a copy without writing to it.</summary>
    public static ScanResult Look(string file)
    {
        using LiteDatabase copy = LiteFile.OpenToRead(file);
        return Look(new JournalTable(copy), new RecordTable(copy), ChainHead.Start);
    }

    /// <summary>Makes writes durable, all or none: when this returns, a kill loses nothing of them.</summary>
    public void Write(Action writes)
    {
        _database.BeginTrans();
        if (!_safeModeKept)
            KeepSafeMode(SafeMode!);
        writes();
        _setup.At?.Invoke(WritePoint.BeforeCommit);
        if (!_database.Commit())
            throw new InvalidOperationException("The transaction had ended before it was committed.");
        _database.Checkpoint();
        _safeModeKept = true;
        _setup.At?.Invoke(WritePoint.BeforeAcknowledge);
    }

    /// <summary>Adds a line to the journal, inside a write.</summary>
    public void Append(JournalEntry entry, IReadOnlyList<WrittenRecord> written)
    {
        JournalLine line = Head.Link(JournalContent.Write(Head.Sequence + 1, entry, written));
        Append(line, entry.Subject);
    }

    /// <summary>Adds a line as it was in another store, inside a write.</summary>
    public void Append(JournalLine line, string subject)
    {
        Journal.Append(line, subject);
        Head = line.Head;
    }

    public void EnterSafeMode(string reason)
    {
        string joined = SafeModeReason.Join(SafeMode, reason);
        _safeModeKept &= joined == SafeMode;
        SafeMode = joined;
        if (!_safeModeKept)
            Write(() => { });
    }

    public void LeaveSafeMode()
    {
        SafeMode = null;
        Write(() => Meta.SafeMode = null);
    }

    /// <summary>Everything is in the data file and nothing in the log beside it.</summary>
    public void Checkpoint() => _database.Checkpoint();

    /// <summary>Looks at everything again.</summary>
    public ScanResult Scan(ChainHead acknowledged)
    {
        ScanResult scan = Look(Journal, Records, acknowledged);
        Head = scan.Head;
        Problem = scan.Problem;
        _journalIsSound = scan.JournalIsSound;
        string? kept = Meta.SafeMode;
        SafeMode = scan.Problem is null ? kept : SafeModeReason.Join(kept, scan.Problem);
        // A damaged file is not written to for this alone: the reason goes in with the next write, before which nothing can make it go away; into the
        // journal too, unless that is what is damaged.
        _safeModeKept = SafeMode == kept;
        return scan;
    }

    public void Dispose() => _database.Dispose();

    private static ScanResult Look(JournalTable journal, RecordTable records, ChainHead acknowledged)
    {
        ScanResult scan = StoreScan.Of(journal.All(), records.All(), acknowledged);
        return scan.Problem is null && journal.CountBySubject() is var indexed && indexed != scan.Head.Sequence
            ? scan with { JournalIsSound = false, Problem = $"The index of the journal leads to {indexed} of {scan.Head.Sequence} records." }
            : scan;
    }

    private void KeepSafeMode(string reason)
    {
        Meta.SafeMode = reason;
        if (_journalIsSound)
            Append(SafeModeReason.Entry(reason, _setup.Time.GetUtcNow()), []);
    }

    private void Prepare()
    {
        bool[] made = [Journal.Prepare(), Outbox.Prepare(), Inbox.Prepare(), Due.Prepare()];
        // Only then: a full disk, on which no checkpoint succeeds, must not keep the store from being read.
        if (made.Contains(true))
            _database.Checkpoint();
    }
}
