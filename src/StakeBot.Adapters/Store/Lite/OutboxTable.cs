using LiteDB;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Messages on their way, and beside them the ids of those that are over.</summary>
internal sealed class OutboxTable
{
    private readonly ILiteCollection<BsonDocument> _pending;
    private readonly ILiteCollection<BsonDocument> _over;
    private OutboxOrder? _order;

    public OutboxTable(LiteDatabase database)
    {
        _pending = database.GetCollection("outbox");
        _over = database.GetCollection("outboxOver");
    }

    // Read when it is first needed. What fails closes the file, and the order with it: it never says anything else than what is there.
    private OutboxOrder Order => _order ??= new OutboxOrder(_pending.FindAll());

    /// <summary>Makes the index of what may be forgotten; false when it is there.</summary>
    public bool Prepare() => Retention.Prepare(_over);

    public bool Knows(string id) => _pending.FindById(id) is not null || _over.FindById(id) is not null;

    public void Add(OutgoingMessage message)
    {
        BsonDocument added = new()
        {
            ["_id"] = message.Id,
            ["platform"] = message.Platform,
            ["chat"] = message.Chat,
            ["priority"] = (int)message.Priority,
            ["body"] = message.Body,
            ["notBefore"] = message.NotBefore.ToUnixTimeMilliseconds(),
            ["order"] = Order.Next(),
            ["attempts"] = 0,
            ["since"] = BsonValue.Null,
        };
        _pending.Insert(added);
        Order.Put(added);
    }

    public IReadOnlyList<PendingMessage> Due(string platform, DateTimeOffset now, int most) =>
        [.. Order.Due(platform, now).Take(most).Select(id => Read(_pending.FindById(id)))];

    /// <summary>Notes a send; false when there is no such message.</summary>
    public bool BeginSend(string id, DateTimeOffset now) => Change(id, message =>
    {
        message["attempts"] = message["attempts"].AsInt32 + 1;
        message["since"] = now.ToUnixTimeMilliseconds();
    });

    /// <summary>Notes that a send failed; false when there is no such message.</summary>
    public bool Again(string id, DateTimeOffset again, string reason) => Change(id, message =>
    {
        message["since"] = BsonValue.Null;
        message["notBefore"] = again.ToUnixTimeMilliseconds();
        message["reason"] = reason;
    });

    /// <summary>Takes it out and keeps its id; false when there is no such message.</summary>
    /// <param name="at">When; null: when its last send was begun.</param>
    public bool End(string id, DateTimeOffset? at, string? reason)
    {
        if (_pending.FindById(id) is not { } message)
            return false;
        long last = message["since"].IsNull ? message["notBefore"].AsInt64 : message["since"].AsInt64;
        long over = at?.ToUnixTimeMilliseconds() ?? last;
        _pending.Delete(id);
        Order.Remove(message);
        _over.Insert(new BsonDocument { ["_id"] = id, [Retention.Field] = over, ["reason"] = reason });
        Retention.Forget(_over, over);
        return true;
    }

    private bool Change(string id, Action<BsonDocument> change)
    {
        if (_pending.FindById(id) is not { } message)
            return false;
        change(message);
        Order.Put(message);
        return _pending.Update(message);
    }

    private static PendingMessage Read(BsonDocument message) => new(
        new OutgoingMessage(
            message["_id"].AsString,
            message["platform"].AsString,
            message["chat"].AsString,
            (OutgoingPriority)message["priority"].AsInt32,
            message["body"].AsString,
            DateTimeOffset.FromUnixTimeMilliseconds(message["notBefore"].AsInt64)),
        message["attempts"].AsInt32,
        message["since"].IsNull ? null : DateTimeOffset.FromUnixTimeMilliseconds(message["since"].AsInt64));
}
