using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store.Memory;
using StakeBot.Adapters.Telegram;
using StakeBot.Bot;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

/// <summary>The whole Bot room over a made-up account, on a Telegram of our own; its clock moves when a test moves it, but for what Telegram holds open.</summary>
internal sealed class TelegramBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _stopped;

    private TelegramBot(WebApplication app, FakeTelegram telegram, FakeTimeProvider time, MemoryStore store, RecordedLog log, string site) =>
        (_app, Telegram, Time, Store, Log, Site) = (app, telegram, time, store, log, site);

    public FakeTelegram Telegram { get; }

    public FakeTimeProvider Time { get; }

    public MemoryStore Store { get; }

    public RecordedLog Log { get; }

    /// <summary>Where it serves.</summary>
    public string Site { get; }

    public IChat Chat => _app.Services.GetServices<IChat>().Single();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts one; the owner is Alice.</summary>
    /// <param name="telegram">The platform.</param>
    /// <param name="before">An earlier run, whose store and clock it takes over.</param>
    /// <param name="more">Other services.</param>
    /// <param name="settings">Other settings.</param>
    public static async Task<TelegramBot> StartAsync(
        FakeTelegram telegram, TelegramBot? before = null, Action<IServiceCollection>? more = null, params IEnumerable<(string Key, string? Value)> settings)
    {
        FakeTimeProvider time = before?.Time ?? new FakeTimeProvider(Some.Moment);
        MemoryStore store = before?.Store ?? new MemoryStore(time);
        RecordedLog log = new();
        FakeNumerai account = Aviary.Account();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = FakeTelegram.Token,
            ["Telegram:ApiBase"] = telegram.Address,
            ["Telegram:OwnerId"] = $"{FakeUser.Alice.Id}",
            ["Logging:LogLevel:Default"] = "Trace",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:0");
        builder.Services
            .AddSingleton<INumerai>(account).AddSingleton<IPaperStakes>(new FakePaperStakes(account))
            .AddSingleton<IChartRenderer, FakeCharts>().AddSingleton(new PayoutHistory(Aviary.Rules)).AddSingleton(SomePolicies.Book)
            .AddBot(new BotMode(ExecutionMode.Paper), new PricingChoice(null))
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IStakeStore>(store).AddSingleton(store.Outbox).AddSingleton(store.Inbox).AddSingleton(store.Leadership)
            .AddTelegram();
        more?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapTelegram();
        await app.StartAsync(Ct);
        string site = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new TelegramBot(app, telegram, time, store, log, site);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Lets time pass until something is so.</summary>
    public async Task<T> PassesUntilAsync<T>(Func<T?> look) where T : class
    {
        T? found;
        while ((found = look()) is null)
        {
            Ct.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromSeconds(0.5));
            await Telegram.ChangedAsync();
        }
        return found;
    }

    /// <summary>Shows something, letting time pass where the pace wants it.</summary>
    public async Task<MessageRef?> ShowsAsync(ChatAddress address, Reply reply)
    {
        Task<MessageRef?> showing = Chat.SendAsync(address, reply, Ct);
        await PassesUntilAsync(() => showing.IsCompleted ? showing : null);
        return await showing;
    }

    /// <summary>The bot's first message.</summary>
    public Task<FakeMessage> FirstAsync() => PassesUntilAsync(() => Telegram.Messages is [var first, ..] ? first : null);

    /// <summary>Writes something, and waits for the answer that holds some words.</summary>
    public Task<FakeMessage> AnswersAsync(FakeUser user, string text, string words, FakeGroup? group = null)
    {
        int asked = Telegram.Types(user, text, group);
        return PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Id > asked && message.Text.Contains(words, StringComparison.Ordinal)));
    }

    /// <summary>Whatever was still to come has come: a question that is asked last was answered.</summary>
    public Task SettlesAsync(FakeUser user) => AnswersAsync(user, "/whoami", "telegram");

    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    public ValueTask DisposeAsync() => new(StopAsync());
}
