using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Discord.Http;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Telegram;
using StakeBot.Adapters.Web;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Watching;

/// <summary>The program's own composition, running as it does on a server, on the platforms that a test gives it; its clock moves when the test lets it.</summary>
internal sealed class SurfacedBot : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication _bot;
    private readonly string _folder;

    private SurfacedBot(WebApplication bot, FakeTimeProvider time, string folder) => (_bot, Time, _folder) = (bot, time, folder);

    /// <summary>A Monday, on which digests have a picture.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 7, 59, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts one.</summary>
    /// <param name="time">Its clock.</param>
    /// <param name="settings">What is configured.</param>
    public static async Task<SurfacedBot> StartAsync(FakeTimeProvider time, params IEnumerable<(string Key, string? Value)> settings)
    {
        string folder = ScratchFolder.New();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("Web:Port", "0"), new("Store:Folder", folder), .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))]);
        builder.Logging.ClearProviders();
        builder.Services.AddStakeBot(new DataSource.Simulated()).AddSurfaces().AddSingleton<TimeProvider>(time).AddSingleton<INmrPrice>(new FakePrices());
        WebApplication bot = builder.Build();
        await bot.Services.GetRequiredService<StoreStart>().OpenAsync(Ct);
        bot.MapDiscordInteractions().MapTelegram().MapWebChat();
        await bot.StartAsync(Ct);
        return new SurfacedBot(bot, time, folder);
    }

    public T Get<T>() where T : notnull => _bot.Services.GetRequiredService<T>();

    /// <summary>Lets most of a minute pass at once, while nothing is on its way: what comes after a minute is near then.</summary>
    public void MostOfAMinutePasses() => Time.Advance(TimeSpan.FromSeconds(50));

    /// <summary>Lets time pass in small steps until something has happened.</summary>
    public async Task<T> PassesUntil<T>(Task<T> happens)
    {
        await PassesUntil((Task)happens);
        return await happens;
    }

    /// <summary>The same.</summary>
    public async Task PassesUntil(Task happens)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        enough.CancelAfter(Patience);
        while (!happens.IsCompleted)
        {
            Time.Advance(Step);
            await Task.WhenAny(happens, Task.Delay(Breath, enough.Token));
            enough.Token.ThrowIfCancellationRequested();
        }
        await happens;
    }

    /// <summary>The per-round stake of a model in the simulated account.</summary>
    public async Task<Nmr> PerRoundOf(string model) =>
        (await Get<INumerai>().ReadStakesAsync(Ct)).Stakes.OfType<Stake.Atomic>().Single(stake => stake.Model.Name == model).Setting.PerRound;

    /// <summary>The message on a platform that shows the one proposal there is.</summary>
    public async Task<string> CardOn(string platform)
    {
        Proposal proposal = Assert.Single(await Get<ProposalBook>().AllAsync(Ct));
        return await PassesUntil(ShownAsync());

        async Task<string> ShownAsync()
        {
            while (true)
            {
                if ((await Get<ProposalBook>().CardsAsync(proposal.Id, Ct)).FirstOrDefault(card => card.Platform == platform) is { } card)
                    return card.MessageId;
                await Task.Delay(Breath, Ct);
            }
        }
    }

    /// <summary>The one proposal there is, carried out by one confirmation, each of its steps once.</summary>
    public async Task<Proposal> TheOneThatWasDoneOnce()
    {
        Proposal proposal = Assert.Single(await Get<ProposalBook>().AllAsync(Ct));
        StoredProposal stored = (await Get<ProposalBook>().FindAsync(proposal.Id, Ct))!;
        Assert.Equal((ProposalOrigin.Threshold, ProposalState.Done), (proposal.Origin, proposal.State));
        string[] events = [.. (await Get<IStakeStore>().ReadJournalAsync(1, 10_000, proposal.Id.Value, Ct)).Select(record => record.Entry.Event)];
        Assert.Single(events, "proposal-confirmed");
        Assert.Equal(stored.Legs.Count, events.Count(one => one == "step-observed"));
        return proposal;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync(CancellationToken.None);
        await _bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
