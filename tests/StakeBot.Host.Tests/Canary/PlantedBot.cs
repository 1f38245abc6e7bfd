using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Store;
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

    private readonly RecordedLog _log;
    private bool _stopped;

    private PlantedBot(WebApplication app, string folder, RecordedLog log, FakeKeyCheck numerai)
    {
        _app = app;
        _folder = folder;
        _log = log;
        Numerai = numerai;
    }

    public FakeKeyCheck Numerai { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="store">A store in place of the durable one.</param>
    public static async Task<PlantedBot> StartAsync(IStakeStore? store = null)
    {
        string folder = ScratchFolder.New();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web:Port"] = "0",
            ["Store:Folder"] = folder,
            ["Logging:LogLevel:Default"] = "Trace",
        });
        RecordedLog log = new();
        FakeKeyCheck numerai = SomeKeys.Check();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddStakeBot(new DataSource.Simulated()).AddSurfaces();
        builder.Services.AddSingleton<IKeyCheck>(numerai);
        if (store is not null)
            builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(new MasterKeySource(name => name == MasterKeySource.KeyVariable ? Canaries.MasterKeyText : null));
        WebApplication app = builder.Build();
        await app.Services.GetRequiredService<StoreStart>().OpenAsync(TestContext.Current.CancellationToken);
        app.MapWebChat().MapLinkPage();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PlantedBot(app, folder, log, numerai);
    }

    /// <summary>Stops it.</summary>
    /// <returns>Everything that it logged, and the bytes of every file that it wrote: records, journal and outbox, with what was deleted of them.</returns>
    public async Task<string> TracesAsync()
    {
        await StopAsync();
        List<string> traces = [.. _log.Lines];
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            // The store keeps a file of zeros, to have room when the disk is full.
            string text = await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
            traces.Add(text.Replace("\0", "", StringComparison.Ordinal));
        }
        return string.Join('\n', traces);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
