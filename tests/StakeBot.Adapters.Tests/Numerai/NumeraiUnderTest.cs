using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Staking;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>The client beside a fake Numerai, both on one clock that only the test moves.</summary>
internal sealed class NumeraiUnderTest : IAsyncDisposable
{
    private NumeraiUnderTest(FakeTimeProvider time, FakeNumeraiServer server, NumeraiOptions options)
    {
        Time = time;
        Server = server;
        Options = Microsoft.Extensions.Options.Options.Create(options);
        Keys = new ConfiguredKeys(Options);
        Pacing pacing = new(time);
        Reads = new NumeraiReads(Options, pacing, time);
        Mutations = new NumeraiMutations(Options, pacing, time);
        Evidence = new EvidenceReading(Reads, Keys, time);
        Stakes = new LegacyStakes(Mutations, Evidence, Keys);
    }

    /// <summary>Sunday 2026-11-22: round 1404 has taken its stakes.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    /// <summary>A Signals model, staked the Legacy way.</summary>
    public static Model Gannet { get; } = Signals(1, "GANNET");

    /// <summary>A Signals model that has a release on its way.</summary>
    public static Model Petrel { get; } = Signals(2, "PETREL");

    public FakeTimeProvider Time { get; }

    public FakeNumeraiServer Server { get; }

    public IOptions<NumeraiOptions> Options { get; }

    public INumeraiKeys Keys { get; }

    public NumeraiReads Reads { get; }

    public NumeraiMutations Mutations { get; }

    public EvidenceReading Evidence { get; }

    public LegacyStakes Stakes { get; }

    public static Task<NumeraiUnderTest> StartAsync(PendingMode pending = PendingMode.Replace, bool limits = true) =>
        StartAsync(new FakeTimeProvider(Start), pending, limits);

    public static async Task<NumeraiUnderTest> StartAsync(FakeTimeProvider time, PendingMode pending = PendingMode.Replace, bool limits = true)
    {
        FakeNumeraiSettings settings = new() { Time = time, Pending = pending, EnforcesLimits = limits, CaptureFile = Environment.GetEnvironmentVariable("STAKEBOT_CAPTURE") };
        FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(settings, TestContext.Current.CancellationToken);
        return new NumeraiUnderTest(time, server, Settings(server.Address));
    }

    public static NumeraiOptions Settings(Uri address) => new()
    {
        ApiBase = address,
        PublicId = FakeToken.Reading.PublicId,
        SecretKey = FakeToken.Reading.Secret,
        StakePublicId = FakeToken.Staking.PublicId,
        StakeSecretKey = FakeToken.Staking.Secret,
    };

    public async ValueTask DisposeAsync()
    {
        Reads.Dispose();
        Mutations.Dispose();
        await Server.DisposeAsync();
    }

    private static Model Signals(int number, string name) => new(new ModelId($"9a9e7000-0000-4000-8000-00000011{number:0000}"), name, Tournament.Signals);
}
