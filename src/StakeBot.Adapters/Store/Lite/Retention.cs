using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Forgets what was only kept so that it is not done twice, a little with each write.</summary>
internal static class Retention
{
    /// <summary>The field with the time, Unix milliseconds.</summary>
    public const string Field = "at";

    /// <summary>How long things are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int MostAtOnce = 20;

    /// <summary>Makes the index by time; false when it is there.</summary>
    public static bool Prepare(ILiteCollection<BsonDocument> collection) => collection.EnsureIndex(Field, $"$.{Field}");

    public static void Forget(ILiteCollection<BsonDocument> collection, long now)
    {
        BsonValue[] old = [.. collection.Find(Query.LT(Field, now - (long)Kept.TotalMilliseconds), 0, MostAtOnce).Select(document => document["_id"])];
        foreach (BsonValue id in old)
            collection.Delete(id);
    }
}
