using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>
/// Which messages wait, in the order in which they are to be sent. In memory, out of the file when it is opened: ten thousand may wait, and each sending asks
/// for the first of them.
/// </summary>
internal sealed class OutboxOrder
{
    private readonly Dictionary<string, SortedDictionary<(int Priority, long Number), Waiting>> _platforms = new(StringComparer.Ordinal);
    private long _newest;

    public OutboxOrder(IEnumerable<BsonDocument> pending)
    {
        foreach (BsonDocument message in pending)
        {
            _newest = Math.Max(_newest, message["order"].AsInt64);
            Put(message);
        }
    }

    /// <summary>The number of a new message.</summary>
    public long Next() => ++_newest;

    /// <summary>Enters a message, or moves it to another time.</summary>
    public void Put(BsonDocument message)
    {
        if (!_platforms.TryGetValue(message["platform"].AsString, out SortedDictionary<(int, long), Waiting>? platform))
            _platforms.Add(message["platform"].AsString, platform = []);
        platform[Place(message)] = new Waiting(message["_id"].AsString, message["notBefore"].AsInt64);
    }

    public void Remove(BsonDocument message) => _platforms[message["platform"].AsString].Remove(Place(message));

    /// <summary>The ids of what is due on a platform, by priority, then age.</summary>
    public IEnumerable<string> Due(string platform, DateTimeOffset now) => _platforms.TryGetValue(platform, out SortedDictionary<(int, long), Waiting>? waiting)
        ? waiting.Values.Where(message => message.NotBefore <= now.ToUnixTimeMilliseconds()).Select(message => message.Id)
        : [];

    private static (int, long) Place(BsonDocument message) => (message["priority"].AsInt32, message["order"].AsInt64);

    private readonly record struct Waiting(string Id, long NotBefore);
}
