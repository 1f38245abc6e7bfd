using System.Globalization;
using LiteDB;
using StakeBot.Adapters.Store.Chain;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The journal, by sequence and by subject. A long content goes on in documents of its own: no document outgrows half a page.</summary>
internal sealed class JournalTable
{
    private const int PartBytes = 3500;
    private const int MostParts = 1000;
    private const int Batch = 500;

    private readonly ILiteCollection<BsonDocument> _lines;
    private readonly ILiteCollection<BsonDocument> _parts;

    public JournalTable(LiteDatabase database)
    {
        _lines = database.GetCollection("journal");
        _parts = database.GetCollection("journalParts");
    }

    /// <summary>Makes the index by subject; false when it is there.</summary>
    public bool Prepare() => _lines.EnsureIndex("subject", "$.s", unique: true);

    public void Append(JournalLine line, string subject)
    {
        byte[][] parts = [.. line.Content.Chunk(PartBytes)];
        if (parts.Length > MostParts)
            throw new ArgumentException($"Journal record {line.Sequence} has {line.Content.Length} bytes, more than can be kept.");
        for (int part = 1; part < parts.Length; part++)
            _parts.Insert(new BsonDocument { ["_id"] = line.Sequence * MostParts + part, ["c"] = parts[part] });
        _lines.Insert(new BsonDocument
        {
            ["_id"] = line.Sequence,
            ["p"] = line.PreviousHash,
            ["h"] = line.Hash,
            ["s"] = Place(subject, line.Sequence),
            ["n"] = parts.Length,
            ["c"] = parts[0],
        });
    }

    public IReadOnlyList<JournalLine> Read(long from, int most) => Lines(_lines.Find(Query.GTE("_id", from), 0, most));

    public IReadOnlyList<JournalLine> Read(string subject, long from, int most) =>
        Lines(_lines.Find(Query.Between("s", Place(subject, from), Place(subject, long.MaxValue)), 0, most));

    public IEnumerable<JournalLine> All()
    {
        IReadOnlyList<JournalLine> batch = Read(0, Batch);
        while (batch.Count > 0)
        {
            foreach (JournalLine line in batch)
                yield return line;
            batch = Read(batch[^1].Sequence + 1, Batch);
        }
    }

    /// <summary>How many records the index by subject leads to.</summary>
    public long CountBySubject() => _lines.Find(Query.All("s")).LongCount();

    private static string Place(string subject, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{subject}\u0001{sequence:D19}");

    private List<JournalLine> Lines(IEnumerable<BsonDocument> found)
    {
        // First to the end of one cursor, then the parts: no cursor is open while another reads.
        List<BsonDocument> documents = [.. found];
        return documents.ConvertAll(document => new JournalLine(document["_id"].AsInt64, document["p"].AsString, Content(document), document["h"].AsString));
    }

    private byte[] Content(BsonDocument document)
    {
        byte[] first = document["c"].AsBinary;
        int parts = document["n"].AsInt32;
        if (parts == 1)
            return first;
        long id = document["_id"].AsInt64 * MostParts;
        return [.. first, .. Enumerable.Range(1, parts - 1).SelectMany(part => _parts.FindById(id + part)?["c"].AsBinary ?? [])];
    }
}
