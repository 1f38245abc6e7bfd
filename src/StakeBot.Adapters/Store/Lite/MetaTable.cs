using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>What the store knows about itself.</summary>
internal sealed class MetaTable(LiteDatabase database)
{
    private const string SchemaId = "schema";
    private const string SafeModeId = "safe-mode";
    private const string FenceId = "fence";

    private readonly ILiteCollection<BsonDocument> _meta = database.GetCollection("meta");

    /// <summary>The format of the file; null in a file that nothing was written to.</summary>
    public int? Schema
    {
        get => _meta.FindById(SchemaId)?["v"].AsInt32;
        set => Put(SchemaId, value!.Value);
    }

    /// <summary>Why the store is in safe mode; null when it is not.</summary>
    public string? SafeMode
    {
        get => _meta.FindById(SafeModeId)?["v"].AsString;
        set
        {
            if (value is null)
                _meta.Delete(SafeModeId);
            else
                Put(SafeModeId, value);
        }
    }

    /// <summary>The newest fence that was given out.</summary>
    public long Fence
    {
        get => _meta.FindById(FenceId)?["v"].AsInt64 ?? 0;
        set => Put(FenceId, value);
    }

    public string? Position(string platform) => _meta.FindById($"position/{platform}")?["v"].AsString;

    public void SetPosition(string platform, string position) => Put($"position/{platform}", position);

    private void Put(string id, BsonValue value) => _meta.Upsert(new BsonDocument { ["_id"] = id, ["v"] = value });
}
