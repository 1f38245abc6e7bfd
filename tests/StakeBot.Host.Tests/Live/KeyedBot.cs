using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Live;

/// <summary>The program's own composition with a key, beside a Numerai of our own, both on one clock; a test speaks to it and drives its executor.</summary>
internal sealed partial class KeyedBot : IAsyncDisposable
{
    private readonly WebApplication _bot;
    private readonly string _folder;
    private readonly RecordedLog _log;

    private KeyedBot(WebApplication bot, FakeNumeraiServer numerai, FakeTimeProvider time, List<FakeToken> keys, string folder, RecordedLog log)
    {
        (_bot, _folder, _log) = (bot, folder, log);
        (Numerai, Time, Keys) = (numerai, time, keys);
        Chat = new ScriptedChat(bot.Services, Ct);
    }

    /// <summary>A Wednesday: round 1406 has taken its stakes, and the next opens tomorrow.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    public static ModelId Gannet { get; } = new("9a9e7000-0000-4000-8000-000000110001");

    public ScriptedChat Chat { get; }

    public FakeNumeraiServer Numerai { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>The keys that Numerai takes now.</summary>
    public List<FakeToken> Keys { get; }

    /// <summary>Everything that was logged.</summary>
    public string Log => string.Join('\n', _log.Lines);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts one.</summary>
    /// <param name="staking">The key that is configured for staking; null for none.</param>
    /// <param name="configured">Whether the keys are in the settings; otherwise none is there yet.</param>
    public static async Task<KeyedBot> StartAsync(FakeToken? staking = null, bool configured = true)
    {
        FakeTimeProvider time = new(Start);
        List<FakeToken> keys = [FakeToken.Reading, staking ?? FakeToken.Staking];
        FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(
            new FakeNumeraiSettings { Time = time, Tokens = keys, CaptureFile = Environment.GetEnvironmentVariable("STAKEBOT_CAPTURE") }, Ct);
        string folder = ScratchFolder.New();
        Dictionary<string, string?> settings = new() { ["Numerai:ApiBase"] = $"{server.Address}", ["Store:Folder"] = folder, ["Web:Port"] = "0" };
        if (configured)
            (settings["Numerai:PublicId"], settings["Numerai:SecretKey"]) = (FakeToken.Reading.PublicId, FakeToken.Reading.Secret);
        if (configured && staking is not null)
            (settings["Numerai:StakePublicId"], settings["Numerai:StakeSecretKey"]) = (staking.PublicId, staking.Secret);
        RecordedLog log = new();
        string master = MasterKey.New().Export();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services
            .AddStakeBot(new DataSource.FromNumerai())
            .AddSurfaces()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new MasterKeySource(name => name == MasterKeySource.KeyVariable ? master : null))
            .RemoveAll<IChat>()
            .AddSingleton<IChat>(provider => new ScriptedSurface("web", provider.GetRequiredService<TapSeal>()));
        WebApplication bot = builder.Build();
        bot.Services.GetRequiredService<FolderLock>();
        await bot.Services.GetRequiredService<StoreStart>().OpenAsync(Ct);
        return new KeyedBot(bot, server, time, keys, folder, log);
    }

    public T Get<T>() where T : notnull => _bot.Services.GetRequiredService<T>();

    /// <summary>Both acts that live takes.</summary>
    public async Task GoesLive()
    {
        await Chat.Says("/mode live");
        await Chat.Says(Word().Match(Chat.Text).Value);
        Chat.Sees("[LIVE] Live");
    }

    /// <summary>Confirms what was proposed, by a tap, or by typing where a tap is not enough.</summary>
    public async Task Confirms()
    {
        if (Typed().Match(Chat.Text) is { Success: true } typed)
            await Chat.Says(typed.Value);
        else
            await Chat.Presses("Confirm");
    }

    /// <summary>Moves the clock on in steps of the executor's own plan, and shows what follows.</summary>
    public async Task Passes(TimeSpan span)
    {
        await Time.PassesAsync(span, () => Get<Executor>().RunOnceAsync(Ct));
        await Chat.Settles();
    }

    /// <summary>The newest proposal with its steps.</summary>
    public async Task<StoredProposal> Newest() =>
        (await Get<ProposalBook>().FindAsync((await Get<ProposalBook>().AllAsync(Ct))[0].Id, Ct))!;

    public async Task<ProposalState> State() => (await Newest()).Proposal.State;

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await Numerai.DisposeAsync();
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("/mode live [A-Z0-9]{4}")]
    private static partial Regex Word();

    [GeneratedRegex(@"/confirm [A-Z0-9]{4} [0-9]+\.[0-9]{2}")]
    private static partial Regex Typed();
}
