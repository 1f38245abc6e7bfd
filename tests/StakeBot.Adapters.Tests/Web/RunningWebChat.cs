using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Web;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Commands.Completion;
using StakeBot.Bot.Ports;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>The web chat on a free port of this machine, with a scripted bot behind it.</summary>
internal sealed class RunningWebChat : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningWebChat(WebApplication app, RecordedLog log)
    {
        _app = app;
        Log = log;
    }

    public RecordedLog Log { get; }

    public ScriptedBot Bot => _app.Services.GetRequiredService<ScriptedBot>();

    public SampleCompletion Completion => (SampleCompletion)_app.Services.GetRequiredService<ICompletion>();

    public IChat Chat => _app.Services.GetRequiredService<IChat>();

    public TapSeal Seal => _app.Services.GetRequiredService<TapSeal>();

    /// <summary>Builds it without starting.</summary>
    public static RunningWebChat Build(
        Script? script = null, TimeProvider? time = null, IEnumerable<ICommand>? commands = null, PressScript? presses = null,
        params IEnumerable<(string Key, string Value)> settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        // Nothing of the machine's own environment decides a test.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Web:Port"] = "0", ["Logging:LogLevel:Default"] = "Trace" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        RecordedLog log = new();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<RunningTurns>();
        builder.Services.AddSingleton<ITapKeys, RandomTapKeys>().AddSingleton<TapSeal>();
        if (presses is not null)
            builder.Services.AddSingleton(presses);
        builder.Services.AddSingleton(new CommandCatalogue(commands ?? []));
        builder.Services.AddSingleton<ICompletion, SampleCompletion>();
        builder.Services.AddSingleton(script ?? SampleTalk.Answer);
        builder.Services.AddSingleton<ScriptedBot>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ScriptedBot>());
        builder.Services.AddWebChat();
        return new RunningWebChat(builder.Build().MapWebChat(), log);
    }

    public static async Task<RunningWebChat> StartAsync(
        Script? script = null, TimeProvider? time = null, IEnumerable<ICommand>? commands = null, PressScript? presses = null,
        params IEnumerable<(string Key, string Value)> settings)
    {
        RunningWebChat chat = Build(script, time, commands, presses, settings);
        await chat.StartAsync();
        return chat;
    }

    public Task StartAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>The next printed address.</summary>
    public async Task<Uri> AddressAsync() => await _app.Services.GetRequiredService<WebAddress>().NextAsync(TestContext.Current.CancellationToken);

    /// <summary>A browser that was let in.</summary>
    public async Task<WebVisitor> EnterAsync()
    {
        WebVisitor visitor = new(await AddressAsync());
        using HttpResponseMessage entered = await visitor.GetAsync(visitor.Address.PathAndQuery);
        return visitor;
    }

    /// <summary>A browser that was not.</summary>
    public async Task<WebVisitor> StandOutsideAsync() => new(await AddressAsync());

    /// <summary>Nobody gets it who was not let in.</summary>
    public async Task RefusesStrangersAsync(string url)
    {
        using WebVisitor stranger = await StandOutsideAsync();
        using HttpResponseMessage refused = await stranger.GetAsync(url);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>Whoever asks for what was there once is told so.</summary>
    public async Task SaysItIsNoLongerKeptAsync(string url)
    {
        using WebVisitor visitor = await EnterAsync();
        using HttpResponseMessage response = await visitor.GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("no longer kept", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
