using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Testing;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

/// <summary>The gateway client with nothing real around it: sockets in memory, a clock that tests move, and dice that always show the same.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly ILoggerFactory _logging;
    private readonly DiscordMetrics _metrics = new();
    private readonly IdentifyBudget _budget;
    private readonly GatewayService _service;

    public GatewayUnderTest(int shards = 1, string token = FakeRest.Token, IEnumerable<IBeforeConnecting>? before = null)
    {
        _logging = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        Monotonic clock = new(Time);
        State = new GatewayState(clock, shards);
        Interactions = new InteractionQueue(Time);
        _budget = new IdentifyBudget(clock, shards);
        Client = new DiscordRest(Rest.Handler, FakeRest.Base, token, Time, () => Random, Stop, _metrics, _logging.CreateLogger<DiscordRest>());
        GatewayParts parts = new(Gateway.DialAsync, Interactions, State, _budget, Stop, _metrics, Time, clock, () => Random);
        GatewayDirectory directory = new(Client, _budget, shards, _logging.CreateLogger<GatewayDirectory>());
        _service = new GatewayService(
            Client, directory, parts, new GatewayIdentity(token, 0, shards, () => Presence), before ?? [], _logging.CreateLogger<GatewayService>());
    }

    public WatchedTime Time { get; } = new();

    public FakeRest Rest { get; } = new();

    public FakeGateway Gateway { get; } = new();

    public DiscordRest Client { get; }

    public RecordedLog Log { get; } = new();

    public FatalStop Stop { get; } = new();

    public GatewayState State { get; }

    public InteractionQueue Interactions { get; }

    /// <summary>What the dice show, from 0 to 1.</summary>
    public double Random { get; set; } = 0.5;

    public string Presence { get; set; } = "PAPER";

    public bool IsOver => _service.ExecuteTask is { IsCompleted: true };

    public static async Task<GatewayUnderTest> StartAsync(int shards = 1)
    {
        GatewayUnderTest gateway = new(shards);
        await gateway.BeginAsync();
        return gateway;
    }

    public Task BeginAsync() => _service.StartAsync(TestContext.Current.CancellationToken);

    public Task EndAsync() => _service.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until nothing more is to come.</summary>
    public Task OverAsync() => Guard.Soon(_service.ExecuteTask!, () => "The gateway is not over.");

    public Task<FakeGatewayConnection> NextAsync() => Gateway.NextAsync(TestContext.Current.CancellationToken);

    /// <summary>The next connection, brought to READY.</summary>
    public async Task<FakeGatewayConnection> NextReadyAsync(int milliseconds = 41_250)
    {
        FakeGatewayConnection connection = await NextAsync();
        await connection.BeginAsync(milliseconds);
        Assert.Equal(GatewayPhase.Ready, State.PhaseOf(0));
        return connection;
    }

    /// <summary>An interaction arrives, and is taken in.</summary>
    public async Task<GatewayInteraction> HearsAsync(FakeGatewayConnection connection, string id)
    {
        await connection.DispatchAsync("INTERACTION_CREATE", SomeInteraction.Command(id));
        return await TakenAsync();
    }

    public Task<GatewayInteraction> TakenAsync() =>
        Guard.Soon(Interactions.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask(), () => "No interaction was taken in.");

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Gateway.Violations);
        Assert.Empty(Rest.Violations);
        Assert.DoesNotContain(Log.Lines, line => line.Contains("by a bug", StringComparison.Ordinal));
        Assert.DoesNotContain(Log.Lines, line => line.Contains(FakeRest.Token, StringComparison.Ordinal));
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        Client.Dispose();
        _budget.Dispose();
        _metrics.Dispose();
        Stop.Dispose();
        _logging.Dispose();
    }
}
