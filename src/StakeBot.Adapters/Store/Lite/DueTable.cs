using System.Globalization;
using LiteDB;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>What is to happen when, by kind and time, and the occurrences that have happened.</summary>
internal sealed class DueTable(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _due = database.GetCollection("due");
    private readonly ILiteCollection<BsonDocument> _occurred = database.GetCollection("occurred");

    /// <summary>Makes the indexes; false when they are there.</summary>
    public bool Prepare() => _due.EnsureIndex("place", "$.place") | Retention.Prepare(_occurred);

    public DueItem? Find(string id) => _due.FindById(id) is { } found ? Read(found) : null;

    /// <summary>Enters it; a claim on an older version of it is lost.</summary>
    public void Put(DueItem item) => _due.Upsert(new BsonDocument
    {
        ["_id"] = item.Id,
        ["kind"] = item.Kind,
        ["due"] = item.Due.ToUnixTimeMilliseconds(),
        ["place"] = Place(item.Kind, item.Due.ToUnixTimeMilliseconds()),
        ["body"] = item.Body,
        ["fence"] = 0L,
        ["until"] = 0L,
    });

    public bool Remove(string id) => _due.Delete(id);

    /// <summary>What is due and free, earliest first.</summary>
    public IReadOnlyList<BsonDocument> Free(string kind, DateTimeOffset now, int most)
    {
        long at = now.ToUnixTimeMilliseconds();
        // The index gives them by time: no more is read than is asked for, though ten thousand may be due at one minute.
        return
        [
            .. _due.Find(Query.Between("place", Place(kind, 0), Place(kind, at)))
                .Where(item => item["kind"].AsString == kind && item["until"].AsInt64 <= at)
                .Take(most)
                .OrderBy(item => item["due"].AsInt64)
                .ThenBy(item => item["_id"].AsString, StringComparer.Ordinal),
        ];
    }

    public ClaimedItem Claim(BsonDocument item, long fence, DateTimeOffset until)
    {
        item["fence"] = fence;
        item["until"] = until.ToUnixTimeMilliseconds();
        _due.Update(item);
        return new ClaimedItem(Read(item), fence);
    }

    /// <summary>Whether a claim still stands: nobody has claimed, moved or removed the item since.</summary>
    public bool Holds(ClaimedItem claim) => _due.FindById(claim.Item.Id) is { } found && found["fence"].AsInt64 == claim.Fence;

    public bool Occurred(string occurrence) => _occurred.FindById(occurrence) is not null;

    public void Note(string occurrence, DateTimeOffset due)
    {
        long at = due.ToUnixTimeMilliseconds();
        _occurred.Insert(new BsonDocument { ["_id"] = occurrence, [Retention.Field] = at });
        Retention.Forget(_occurred, at);
    }

    private static DueItem Read(BsonDocument item) => new(
        item["_id"].AsString,
        item["kind"].AsString,
        DateTimeOffset.FromUnixTimeMilliseconds(item["due"].AsInt64),
        item["body"].AsString);

    private static string Place(string kind, long due) => string.Create(CultureInfo.InvariantCulture, $"{kind}\u0001{due:D19}");
}
