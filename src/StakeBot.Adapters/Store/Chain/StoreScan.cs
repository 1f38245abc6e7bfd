using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Chain;

/// <summary>What a look at everything found.</summary>
/// <param name="Head">The end of the journal.</param>
/// <param name="Records">How many records there are.</param>
/// <param name="Problem">A sentence on the first thing that does not fit; null when all fits.</param>
/// <param name="JournalIsSound">Whether the journal fits itself, so that what does not fit can be written down in it.</param>
internal sealed record ScanResult(ChainHead Head, int Records, string? Problem, bool JournalIsSound);

/// <summary>Compares the journal with itself and with the records: a record is what the newest journal record that names it says, or something was lost or changed.</summary>
internal sealed class StoreScan
{
    private readonly Dictionary<(string Collection, string Key), WrittenRecord> _expected = [];
    private ChainHead _head = ChainHead.Start;
    private string? _problem;
    private bool _journalIsSound = true;

    /// <param name="journal">All lines, oldest first.</param>
    /// <param name="records">All records.</param>
    /// <param name="acknowledged">An end of the journal that was once made known to others; it must be there.</param>
    /// <param name="withheld">Records that are known to be left out.</param>
    public static ScanResult Of(
        IEnumerable<JournalLine> journal, IEnumerable<StoredRecord> records, ChainHead acknowledged, IEnumerable<WrittenRecord>? withheld = null)
    {
        StoreScan scan = new();
        foreach (JournalLine line in journal)
            scan.Take(line, acknowledged);
        if (scan._head.Sequence < acknowledged.Sequence)
            scan.Note($"The journal ends at {scan._head.Sequence}, but {acknowledged.Sequence} records had been written.");
        foreach (WrittenRecord left in withheld ?? [])
            scan._expected.Remove((left.Collection, left.Key));
        int count = 0;
        foreach (StoredRecord record in records)
        {
            count++;
            scan.Compare(record);
        }
        if (scan._expected.Count > 0)
            scan.Note($"{Name(scan._expected.Values.First())} is in the journal and gone from the records.");
        return new ScanResult(scan._head, count, scan._problem, scan._journalIsSound);
    }

    private void Take(JournalLine line, ChainHead acknowledged)
    {
        if (line.Sequence != _head.Sequence + 1)
            NoteJournal($"The journal goes from record {_head.Sequence} to {line.Sequence}.");
        else if (_head.Link(line.Content) is var linked && (linked.Hash != line.Hash || linked.PreviousHash != line.PreviousHash))
            NoteJournal($"The chain of the journal is broken at record {line.Sequence}.");
        else if (line.Sequence == acknowledged.Sequence && line.Hash != acknowledged.Hash)
            Note($"Journal record {line.Sequence} is another than the one that had been written.");
        try
        {
            foreach (WrittenRecord written in JournalContent.Read(line).Written)
                Expect(written, line.Sequence);
        }
        catch (FormatException unreadable)
        {
            NoteJournal(unreadable.Message);
        }
        _head = line.Head;
    }

    private void Expect(WrittenRecord written, long sequence)
    {
        (string, string) name = (written.Collection, written.Key);
        long before = _expected.TryGetValue(name, out WrittenRecord? known) ? known.Version : 0;
        if (written.Version != before + 1)
            NoteJournal($"{Name(written)} goes from version {before} to {written.Version} in journal record {sequence}.");
        if (written.BodyHash is null)
            _expected.Remove(name);
        else
            _expected[name] = written;
    }

    private void Compare(StoredRecord record)
    {
        if (!_expected.Remove((record.Collection, record.Key), out WrittenRecord? expected))
            Note($"The record {record.Collection}/{record.Key} is in no journal record.");
        else if (record.Version != expected.Version)
            Note($"{Name(expected)} has version {record.Version}; the journal says {expected.Version}.");
        else if (Sha256Hex.Of(record.Body) != expected.BodyHash)
            Note($"{Name(expected)} has a content that is not the one in the journal.");
    }

    private void NoteJournal(string problem)
    {
        _journalIsSound = false;
        Note(problem);
    }

    private void Note(string problem) => _problem ??= problem;

    private static string Name(WrittenRecord record) => $"The record {record.Collection}/{record.Key}";
}
