using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>Which models of others are watched: one list for the fund, kept in the store.</summary>
public sealed class WatchList(TimeProvider time, IStakeStore? store = null)
{
    /// <summary>More would make the fund's own models a minority of its estimates.</summary>
    public const int Most = 12;

    private const string Collection = "watch";

    /// <summary>Whether there is anything to remember it in.</summary>
    public bool IsKept => store is not null;

    /// <summary>The watched models, by tournament and name.</summary>
    public async Task<IReadOnlyList<WatchedModel>> ListAsync(CancellationToken ct) =>
        store is null ? [] : [.. (await store.ListAsync(Collection, "", ct)).Select(Read)];

    /// <summary>Puts a model on the list; false when it is there already, or the list is full.</summary>
    public async Task<bool> TryAddAsync(WatchedModel model, string by, CancellationToken ct)
    {
        string body = JsonSerializer.Serialize(new WatchRecord(model.Name, model.Tournament.ToString()), WatchJson.Default.WatchRecord);
        return (await ListAsync(ct)).Count < Most && await ChangeAsync(model, "model-watched", by, new RecordWrite(Collection, model.Key, 0, body), ct);
    }

    /// <summary>Takes a model off the list; false when it is not there any more.</summary>
    public async Task<bool> TryDropAsync(WatchedModel model, string by, CancellationToken ct) =>
        store is not null
        && await store.FindAsync(Collection, model.Key, ct) is { } record
        && await ChangeAsync(model, "model-unwatched", by, new RecordWrite(Collection, model.Key, record.Version, null), ct);

    private Task<bool> ChangeAsync(WatchedModel model, string happened, string by, RecordWrite write, CancellationToken ct)
    {
        if (store is null)
            throw new InvalidOperationException("There is no store to remember watched models in.");
        return store.TryTransitionAsync(new Transition(new JournalEntry(time.GetUtcNow(), model.Key, happened, by, "{}"), [write], []), ct);
    }

    private static WatchedModel Read(StoredRecord record)
    {
        WatchRecord watch = JsonSerializer.Deserialize(record.Body, WatchJson.Default.WatchRecord)!;
        return new WatchedModel(watch.Name, Enum.Parse<Tournament>(watch.Tournament));
    }
}

/// <summary>A watched model as it is kept.</summary>
internal sealed record WatchRecord(string Name, string Tournament);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WatchRecord))]
internal sealed partial class WatchJson : JsonSerializerContext;
