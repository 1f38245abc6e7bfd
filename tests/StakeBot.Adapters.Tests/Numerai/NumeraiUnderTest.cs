using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Adapters.Numerai.Staking;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Simulation;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>The client beside a fake Numerai, both on one clock that only the test moves.</summary>
internal sealed class NumeraiUnderTest : IAsyncDisposable, IDisposable
{
    private NumeraiUnderTest(FakeTimeProvider time, FakeNumeraiServer server, NumeraiOptions options, IStakeStore? store)
    {
        Time = time;
        Server = server;
        Options = Microsoft.Extensions.Options.Options.Create(options);
        Keys = new ConfiguredKeys(Options);
        Pacing pacing = new(time);
        Reads = new NumeraiReads(Options, pacing, time);
        Mutations = new NumeraiMutations(Options, pacing, time);
        Evidence = new EvidenceReading(Reads, Keys, time);
        Tokens = new TokenFactsReading(new KeyCheck(Reads), Keys);
        Stakes = new LegacyStakes(Mutations, Evidence, Keys, new StakingRight(Tokens));
        ScoreHistory scores = new(Reads, Keys, new ScoreCache(time, store));
        TournamentReading tournaments = new(Reads, Keys, new PayoutHistory([]), time);
        Account = new NumeraiAccount(new AccountReader(Reads, Keys, tournaments, new ClaimsReading(Reads, Options), scores, time), time);
        PublicModels = new PublicModels(Reads, Account, tournaments, scores);
        Prices = new NmrPrices(Reads);
        Movements = new StakeMovements(Reads, Keys);
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

    public NumeraiAccount Account { get; }

    public PublicModels PublicModels { get; }

    public NmrPrices Prices { get; }

    public StakeMovements Movements { get; }

    public TokenFactsReading Tokens { get; }

    public static Task<NumeraiUnderTest> StartAsync(PendingMode pending = PendingMode.Replace, bool limits = true) =>
        StartAsync(new FakeTimeProvider(Start), pending, limits);

    public static async Task<NumeraiUnderTest> StartAsync(FakeTimeProvider time, PendingMode pending = PendingMode.Replace, bool limits = true)
    {
        FakeNumeraiSettings settings = new() { Time = time, Pending = pending, EnforcesLimits = limits, CaptureFile = Environment.GetEnvironmentVariable("STAKEBOT_CAPTURE") };
        FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(settings, TestContext.Current.CancellationToken);
        return new NumeraiUnderTest(time, server, Settings(server.Address), null);
    }

    /// <summary>Another client of the same server, as after a restart.</summary>
    public NumeraiUnderTest Again(IStakeStore? store = null, NumeraiOptions? options = null) =>
        new(Time, Server, options ?? Settings(Server.Address), store);

    public static NumeraiOptions Settings(Uri address, FakeToken? reading = null) => new()
    {
        ApiBase = address,
        PublicId = (reading ?? FakeToken.Reading).PublicId,
        SecretKey = (reading ?? FakeToken.Reading).Secret,
        StakePublicId = FakeToken.Staking.PublicId,
        StakeSecretKey = FakeToken.Staking.Secret,
    };

    /// <summary>Settings that name the address of the account's Classic strategy.</summary>
    public static IOptions<NumeraiOptions> WithStaker(Uri address, string? staker = null)
    {
        NumeraiOptions settings = Settings(address);
        settings.Stakers["Classic"] = staker ?? FakeAccount.Staker;
        return Microsoft.Extensions.Options.Options.Create(settings);
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Ends the client and leaves the server.</summary>
    public void Dispose()
    {
        Account.Dispose();
        Reads.Dispose();
        Mutations.Dispose();
    }

    private static Model Signals(int number, string name) => new(new ModelId($"9a9e7000-0000-4000-8000-00000011{number:0000}"), name, Tournament.Signals);
}
