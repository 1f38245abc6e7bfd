using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using LiteDB;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Benchmarks;

/// <summary>
/// One durable transition: a record changes, the journal grows, perhaps a message goes out, and everything is in the data file when it is acknowledged.
/// Beside it the same two documents by the database alone, which acknowledges before that and may lose what it has acknowledged.
/// </summary>
[SimpleJob(RunStrategy.Throughput, launchCount: 1, warmupCount: 2, iterationCount: 20, invocationCount: 64)]
[MedianColumn]
public class StoreBenchmarks : IDisposable
{
    private static readonly string Body = $$"""{"state":"Confirmed","legs":"{{new string('x', 800)}}"}""";

    private string _folder = null!;
    private LiteStore _store = null!;
    private LiteDatabase _plain = null!;
    private long _version;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _folder = Directory.CreateTempSubdirectory("stakebot-bench-").FullName;
        _store = new LiteStore(new StoreSetup(_folder, TimeProvider.System) { BallastBytes = 0 });
        await _store.OpenAsync(CancellationToken.None);
        _plain = LiteFile.Open(Path.Combine(_folder, "plain.db"));
        await ChangeAsync([]);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _store.Dispose();
        _plain.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "durable transition")]
    public Task<bool> Transition() => ChangeAsync([]);

    [Benchmark(Description = "durable transition with a message")]
    public Task<bool> TransitionWithMessage() =>
        ChangeAsync([new OutgoingMessage($"m{_version}", "web", "42", OutgoingPriority.Confirmation, """{"text":"confirmed"}""", Some.Moment)]);

    [Benchmark(Description = "read a record")]
    public Task<StoredRecord?> Find() => _store.FindAsync("proposal", "p1", CancellationToken.None);

    [Benchmark(Description = "the database alone, no checkpoint", Baseline = true)]
    public bool Plain()
    {
        _plain.BeginTrans();
        _plain.GetCollection("records").Upsert(new BsonDocument { ["_id"] = "p1", ["b"] = Body });
        _plain.GetCollection("journal").Insert(new BsonDocument { ["_id"] = ++_version, ["c"] = "proposal-confirmed" });
        return _plain.Commit();
    }

    private async Task<bool> ChangeAsync(OutgoingMessage[] outgoing)
    {
        bool written = await _store.TryTransitionAsync(
            new Transition(new JournalEntry(Some.Moment, "p1", "proposal-confirmed", "web:ana", "{}"), [new RecordWrite("proposal", "p1", _version, Body)], outgoing),
            CancellationToken.None);
        _version++;
        return written ? true : throw new InvalidOperationException("Nobody else writes here.");
    }
}
