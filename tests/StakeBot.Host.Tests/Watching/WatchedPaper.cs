using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Watching;

/// <summary>The simulated account as its owner leaves it running: a round on each day from Tuesday to Saturday, and whatever the bot does about it.</summary>
internal sealed class WatchedPaper : IAsyncDisposable
{
    // Digests of one minute leave within a minute and a half.
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _bot;
    private readonly List<(DateTimeOffset At, string Text)> _told = [];
    private readonly HashSet<string> _known = [];

    public WatchedPaper(DateTimeOffset from)
    {
        Time = new FakeTimeProvider(from);
        ServiceCollection services = new();
        services.AddLogging().AddStakeBot(new DataSource.Simulated());
        services.RemoveAll<IChartRenderer>().AddSingleton<IChartRenderer>(new FakeCharts());
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IChat>(provider => new ScriptedSurface("web", provider.GetRequiredService<TapSeal>()));
        _bot = services.BuildServiceProvider();
        Chat = new ScriptedChat(_bot, Ct);
    }

    public FakeTimeProvider Time { get; }

    public ScriptedChat Chat { get; }

    /// <summary>Every message that arrived by itself, with its time, as it was first shown.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Text)> Told => _told;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _bot.GetRequiredService<T>();

    /// <summary>One day, an hour at a time. A round moves on at 14:00 UTC, when there is one.</summary>
    /// <param name="confirms">Whether whatever waits for it is confirmed at nine, with one tap.</param>
    public async Task DayPasses(bool confirms)
    {
        for (int hour = 0; hour < 24; hour++)
        {
            if (Time.GetUtcNow().Hour == 14 && Time.GetUtcNow().DayOfWeek is not (DayOfWeek.Sunday or DayOfWeek.Monday))
                await Get<IPaperAccount>().AdvanceAsync(1, Ct);
            await Get<DueWorker>().RunOnceAsync(Ct);
            await Get<Executor>().RunOnceAsync(Ct);
            await Chat.Settles();
            Note();
            if (confirms && Time.GetUtcNow().Hour == 9)
                await Confirms();
            Time.Advance(Spread);
            await Chat.Settles();
            Note();
            Time.Advance(TimeSpan.FromHours(1) - Spread);
        }
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private async Task Confirms()
    {
        if ((await Get<ProposalBook>().LiveAsync(Ct)).Any(stored => stored.Proposal.State == ProposalState.Pending) && Chat.Screen.WithButton("Confirm") is not null)
            await Chat.Presses("Confirm");
    }

    private void Note()
    {
        foreach (ShownMessage shown in Chat.On("web").Shown)
        {
            if (_known.Add(shown.Where.MessageId))
                _told.Add((Time.GetUtcNow(), shown.Text));
        }
    }
}
