using System.Net;
using Microsoft.Extensions.Hosting;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Answers;
using StakeBot.NumeraiFake.Faults;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake;

/// <summary>
/// A Numerai of our own on a port of this machine: the interface as it is known, over the simulated account. What nobody knows of the real one can be
/// set; what goes wrong with it can be commanded.
/// </summary>
public sealed class FakeNumeraiServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeAccount _account;
    private readonly RootAnswers _answers;
    private readonly Traffic _traffic = new();

    private FakeNumeraiServer(FakeNumeraiSettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.Port));
        _app = builder.Build();
        _account = new FakeAccount(settings.Time, settings.Pending);
        _answers = new RootAnswers(_account, settings);
        FaultyEndpoint endpoint = new(settings, _account, new Executor(NumeraiSchema.Build(_answers.ByName())), Faults, _traffic);
        _app.MapPost("/", endpoint.HandleAsync);
        _app.MapPost("/graphql", endpoint.HandleAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What goes wrong next.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The names of all operations that arrived, in order.</summary>
    public IReadOnlyCollection<string> Operations => _traffic.Operations;

    /// <summary>How many requests were refused because they were too many.</summary>
    public int TooMany => _traffic.TooMany;

    /// <summary>Starts one.</summary>
    public static Task<FakeNumeraiServer> StartAsync(FakeNumeraiSettings settings, CancellationToken ct) => StartAsync(settings, (_, _) => { }, ct);

    internal static async Task<FakeNumeraiServer> StartAsync(
        FakeNumeraiSettings settings, Action<FakeNumeraiServer, IEndpointRouteBuilder> alsoMap, CancellationToken ct)
    {
        FakeNumeraiServer server = new(settings);
        alsoMap(server, server._app);
        await server._app.StartAsync(ct);
        server.Address = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>How many changes of a model's stake were applied.</summary>
    public int Applied(ModelId model)
    {
        lock (_account.Gate)
        {
            _account.MoveOn();
            return _account.Applied.GetValueOrDefault(model);
        }
    }

    /// <summary>How many times a change of a model's stake was posted, whatever became of it.</summary>
    public int MutationPosts(ModelId model) => _traffic.MutationPosts(model.Value);

    /// <summary>The owner enters a setting of an Atomic model at the site; it acts from the next round on.</summary>
    public void EnterSetting(ModelId model, StakeSetting setting)
    {
        lock (_account.Gate)
        {
            _account.MoveOn();
            if (_account.Books.Refusal(model, setting) is { } refusal)
                throw new ArgumentException(refusal, nameof(setting));
            _account.Books.Set(model, setting);
        }
    }

    /// <summary>The account is told as it is now for this long, whatever happens to it.</summary>
    public void TellOldAccount(TimeSpan howLong) => _answers.TellOldAccount(howLong);

    /// <summary>Ends when the process is asked to end.</summary>
    public Task WaitAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
