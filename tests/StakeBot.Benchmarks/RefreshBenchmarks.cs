using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;

namespace StakeBot.Benchmarks;

/// <summary>
/// Accounts refreshed one after the other through the shared limiters, against a server that enforces the published limits: as many as go without a
/// wait. A thousand take more than half an hour, because of the limits; their test runs on a clock of its own.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5, invocationCount: 1)]
public class RefreshBenchmarks : IDisposable
{
    private const int Accounts = 20;

    private FakeNumeraiServer _server = null!;
    private NumeraiReads _reads = null!;
    private AccountReader _reader = null!;
    private AccountReading _before = null!;

    // Anew each time: the windows of the one before are still full.
    [IterationSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [IterationCleanup]
    public void Dispose()
    {
        _reads.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Accounts, Description = "one account refreshed")]
    public async Task Refresh()
    {
        for (int account = 0; account < Accounts; account++)
            await _reader.ReadAsync(_before, CancellationToken.None);
        if (_server.TooMany > 0)
            throw new InvalidOperationException($"{_server.TooMany} requests were refused.");
    }

    private async Task SetupAsync()
    {
        _server = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings(), CancellationToken.None);
        IOptions<NumeraiOptions> options = Options.Create(
            new NumeraiOptions { ApiBase = _server.Address, PublicId = FakeToken.Reading.PublicId, SecretKey = FakeToken.Reading.Secret });
        ConfiguredKeys keys = new(options);
        _reads = new NumeraiReads(options, new Pacing(TimeProvider.System), TimeProvider.System);
        TournamentReading tournaments = new(_reads, keys, new PayoutHistory([]), TimeProvider.System);
        _reader = new AccountReader(
            _reads, keys, tournaments, new ClaimsReading(_reads, options), new ScoreHistory(_reads, keys, new ScoreCache(TimeProvider.System, null)), TimeProvider.System);
        _before = await _reader.ReadAsync(null, CancellationToken.None);
    }
}
