using LiteDB;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The records: id <c>collection/key</c>, version, body.</summary>
internal sealed class RecordTable(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _records = database.GetCollection("records");

    public StoredRecord? Find(string collection, string key) => _records.FindById(Id(collection, key)) is { } found ? Read(found) : null;

    public IReadOnlyList<StoredRecord> List(string collection, string prefix)
    {
        string from = Id(collection, prefix);
        return [.. _records.Find(Query.GTE("_id", from)).TakeWhile(record => record["_id"].AsString.StartsWith(from, StringComparison.Ordinal)).Select(Read)];
    }

    public IEnumerable<StoredRecord> All() => _records.Find(Query.All("_id")).Select(Read);

    public void Put(StoredRecord record) => _records.Upsert(new BsonDocument
    {
        ["_id"] = Id(record.Collection, record.Key),
        ["v"] = record.Version,
        ["b"] = record.Body,
    });

    public void Delete(string collection, string key) => _records.Delete(Id(collection, key));

    private static string Id(string collection, string key) => $"{collection}/{key}";

    private static StoredRecord Read(BsonDocument record)
    {
        string id = record["_id"].AsString;
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        return new StoredRecord(id[..slash], id[(slash + 1)..], record["v"].AsInt64, record["b"].AsString);
    }
}
