using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Web;
using StakeBot.Adapters.Web.Linking;
using StakeBot.Bot;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Web.Linking;

/// <summary>The whole bot over a made-up account, with its page for keys, on a free port of this machine.</summary>
internal sealed class RunningLinkPage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningLinkPage(WebApplication app, RecordedLog log, FakeStore store, FakeKeyCheck check)
    {
        _app = app;
        Log = log;
        Store = store;
        Check = check;
    }

    public RecordedLog Log { get; }

    public FakeStore Store { get; }

    public FakeKeyCheck Check { get; }

    public KeyLinking Linking => _app.Services.GetRequiredService<KeyLinking>();

    public static async Task<RunningLinkPage> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Web:Port"] = "0", ["Logging:LogLevel:Default"] = "Trace" });
        RecordedLog log = new();
        FakeStore store = new();
        FakeKeyCheck check = SomeKeys.Check();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<INumerai>(Aviary.Account()).AddSingleton<IChartRenderer>(new FakeCharts());
        builder.Services.AddSingleton(new PayoutHistory(Aviary.Rules)).AddSingleton(SomePolicies.Book);
        builder.Services.AddMemoryStore().AddSingleton<IStakeStore>(store).AddSingleton<ISecretVault, FakeVault>().AddSingleton<IKeyCheck>(check);
        builder.Services.AddBot(new BotMode(ExecutionMode.DryRun), new PricingChoice(null));
        builder.Services.AddWebChat().AddLinkPage();
        WebApplication app = builder.Build();
        app.MapWebChat().MapLinkPage();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningLinkPage(app, log, store, check);
    }

    /// <summary>A ticket, and the address that the command would give.</summary>
    public (LinkTicket Ticket, Uri Address) Issue(KeyUse use = KeyUse.Reading)
    {
        LinkTicket ticket = _app.Services.GetRequiredService<LinkTickets>().Issue(use, "web:ana");
        return (ticket, _app.Services.GetRequiredService<ILinkPage>().AddressOf(ticket)!);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
