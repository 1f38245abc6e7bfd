using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Web;
using StakeBot.Adapters.Web.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Canary;

/// <summary>The program as it serves, with secrets planted in it and everything that it logs or keeps in view.</summary>
internal sealed class PlantedBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private PlantedBot(WebApplication app, string folder, RecordedLog log, FakeStore store, FakeKeyCheck numerai)
    {
        _app = app;
        _folder = folder;
        Log = log;
        Store = store;
        Numerai = numerai;
    }

    public RecordedLog Log { get; }

    public FakeStore Store { get; }

    public FakeKeyCheck Numerai { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<PlantedBot> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("stakebot-canary-").FullName;
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web:Port"] = "0",
            ["Store:Folder"] = folder,
            ["Logging:LogLevel:Default"] = "Trace",
        });
        RecordedLog log = new();
        FakeStore store = new();
        FakeKeyCheck numerai = SomeKeys.Check();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddStakeBot(new DataSource.Simulated()).AddSurfaces();
        builder.Services.AddSingleton<IStakeStore>(store).AddSingleton<IKeyCheck>(numerai);
        builder.Services.AddSingleton(new MasterKeySource(name => name == MasterKeySource.KeyVariable ? Canaries.MasterKeyText : null));
        WebApplication app = builder.Build();
        app.MapWebChat().MapLinkPage();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PlantedBot(app, folder, log, store, numerai);
    }

    /// <summary>Everything that it logged, and every file that it wrote.</summary>
    public async Task<string> TracesAsync()
    {
        List<string> traces = [.. Log.Lines, Store.Everything];
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(stream, System.Text.Encoding.Latin1);
            traces.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        return string.Join('\n', traces);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
