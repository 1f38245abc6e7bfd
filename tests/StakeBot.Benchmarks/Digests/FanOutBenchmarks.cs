using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Benchmarks.Digests;

/// <summary>
/// Ten thousand digests that are due at one minute, from the due queue to the platform: the durable store, each digest computed when it is sent, Telegram's
/// pace on a clock of its own. Told: what the machine needs for each part, what the platform's pace makes of it, and that everybody got one.
/// </summary>
[Config(typeof(Once))]
public class FanOutBenchmarks : IDisposable
{
    private const int AtOnce = 100;
    private static readonly DateTimeOffset Due = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    private string _folder = "";
    private FakeTimeProvider _time = null!;
    private LiteStore _store = null!;
    private PacedSurface _surface = null!;

    [IterationSetup]
    public void Setup() => EnterAsync().GetAwaiter().GetResult();

    [IterationCleanup]
    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public async Task TenThousandDigestsAreSent()
    {
        OutboxSignal signal = new();
        DigestBook book = new(_store, _time, NullLogger<DigestBook>.Instance, _store.Due);
        using DueWorker worker = new([new DigestDue(book, new DigestReaders(new EverybodyReads(), []), _time)], signal, _time, NullLogger<DueWorker>.Instance, _store.Due);
        using OutboxSender sender = new(
            [_surface], [new ManyTexts(new ManyFunds(), book, _time)], signal, _time, NullLogger<OutboxSender>.Instance, NullLogger<Delivery>.Instance, Failpoints.None, _store.Outbox);

        long began = Stopwatch.GetTimestamp();
        await worker.RunOnceAsync(CancellationToken.None);
        TimeSpan noted = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// due queue {noted.TotalSeconds:0.0} s"));
        began = Stopwatch.GetTimestamp();
        await sender.StartAsync(CancellationToken.None);
        await _surface.Complete;
        await sender.StopAsync(CancellationToken.None);
        TimeSpan sent = Stopwatch.GetElapsedTime(began);

        if (_surface.Times.Count != ManyFunds.Count || _surface.Times.Any(times => times != 1))
            throw new InvalidOperationException("Somebody got none, or more than one.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"// due queue {noted.TotalSeconds:0.0} s; computed, sent and noted {sent.TotalSeconds:0.0} s; at the platform's pace "
                + $"{(_time.GetUtcNow() - Due).TotalSeconds:0} s; everybody got one; peak of the working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB"));
    }

    private async Task EnterAsync()
    {
        _folder = Directory.CreateTempSubdirectory("stakebot-bench-").FullName;
        _time = new FakeTimeProvider(Due.AddHours(-1));
        _surface = new PacedSurface(_time, ManyFunds.Count);
        StoreSetup setup = new(_folder, _time) { BallastBytes = 0 };
        _store = new LiteStore(setup);
        await _store.OpenAsync(CancellationToken.None);
        foreach (string[] people in Enumerable.Range(0, ManyFunds.Count).Select(number => number.ToString(CultureInfo.InvariantCulture)).Chunk(AtOnce))
        {
            await _store.TryTransitionAsync(
                new Transition(
                    new JournalEntry(_time.GetUtcNow(), "digests", "digests-set", "bench", "{}"),
                    [.. people.Select(person => new RecordWrite("digests", person, 0, RecordJson.Write(Setting(person))))],
                    []),
                CancellationToken.None);
        }
        _store.Dispose();
        Schedule(setup.File);
        _store = new LiteStore(setup);
        await _store.OpenAsync(CancellationToken.None);
        _time.SetUtcNow(Due);
    }

    // At once: one by one, each as durable as the program makes it, would take longer than what is measured.
    private static void Schedule(string file)
    {
        using LiteDatabase database = LiteFile.Open(file);
        DueTable table = new(database);
        database.BeginTrans();
        foreach (string person in Enumerable.Range(0, ManyFunds.Count).Select(number => number.ToString(CultureInfo.InvariantCulture)))
            table.Put(new DueItem(DigestBook.ItemId(person), DigestBook.Kind, Due, new DigestBody(person, 0).Write()));
        database.Commit();
    }

    private static DigestSetting Setting(string person) =>
        new() { Person = person, Platform = PacedSurface.Name, Chat = person, Reader = person, IsOn = true, At = new TimeOnly(7, 0), Zone = "UTC", IsFull = true };

    private sealed class EverybodyReads : IPeople
    {
        public ValueTask<Person> FindAsync(PlatformIdentity identity, CancellationToken ct) => ValueTask.FromResult(new Person(identity, Role.Viewer) { Id = identity.Id });

        public Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Member>>([]);
    }
}
