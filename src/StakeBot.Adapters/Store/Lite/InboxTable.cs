using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>The ids of events that were taken: <c>platform/event</c>.</summary>
internal sealed class InboxTable(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _taken = database.GetCollection("inbox");

    /// <summary>Makes the index of what may be forgotten; false when it is there.</summary>
    public bool Prepare() => Retention.Prepare(_taken);

    public bool Knows(string platform, string eventId) => _taken.FindById($"{platform}/{eventId}") is not null;

    public void Take(string platform, string eventId, DateTimeOffset now)
    {
        long at = now.ToUnixTimeMilliseconds();
        _taken.Insert(new BsonDocument { ["_id"] = $"{platform}/{eventId}", [Retention.Field] = at });
        Retention.Forget(_taken, at);
    }
}
