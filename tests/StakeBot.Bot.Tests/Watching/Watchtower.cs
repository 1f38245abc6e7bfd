using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Store.Memory;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>A bot that watches by itself on a clock that only the test moves. It can be killed at any time: what is in its store stays.</summary>
internal sealed class Watchtower : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly MemoryStore _store;
    private readonly List<string> _shown = [];
    private readonly Action<IServiceCollection>? _more;
    private readonly ExecutionMode _mode;
    private ServiceProvider _bot;

    public Watchtower(DateTimeOffset? from = null, Action<IServiceCollection>? more = null, ExecutionMode mode = ExecutionMode.Paper)
    {
        _mode = mode;
        _more = more;
        Time = new SteppedTime(from ?? Some.Moment);
        _store = new MemoryStore(Time);
        Paper = new FakePaperStakes(Account);
        _bot = Build();
        Chat = new ScriptedChat(_bot, Ct);
    }

    public FakeNumerai Account { get; } = Aviary.Account();

    public FakePaperStakes Paper { get; }

    public SteppedTime Time { get; }

    public ScriptedChat Chat { get; private set; }

    public IDueWork Due => _store.Due;

    public IStakeStore Store => _store;

    /// <summary>Everything that was ever shown to the owner, over kills, as it is or was last on the screen.</summary>
    public IReadOnlyList<string> Shown => [.. _shown, .. Screen()];

    /// <summary>The digests among it.</summary>
    public IReadOnlyList<string> Digests => [.. Shown.Where(text => text.Contains("burn risk", StringComparison.Ordinal))];

    /// <summary>The alerts among it.</summary>
    public IReadOnlyList<string> Alerts => [.. Shown.Where(text => text.Contains("You should know", StringComparison.Ordinal))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _bot.GetRequiredService<T>();

    /// <summary>Lets time pass as a running bot would see it: what is due is done, what is to be said is said.</summary>
    public async Task Passes(TimeSpan span)
    {
        DateTimeOffset end = Time.GetUtcNow() + span;
        while (true)
        {
            await Get<DueWorker>().RunOnceAsync(Ct);
            await Get<Executor>().RunOnceAsync(Ct);
            await Chat.Settles();
            if (Time.GetUtcNow() >= end)
                return;
            TimeSpan left = end - Time.GetUtcNow();
            Time.Advance(left < Step ? left : Step);
        }
    }

    /// <summary>Ends this run and begins another, as after a kill.</summary>
    public void Restart()
    {
        _shown.AddRange(Screen());
        _bot.Dispose();
        _bot = Build();
        Chat = new ScriptedChat(_bot, Ct);
    }

    public void Dispose() => _bot.Dispose();

    private IEnumerable<string> Screen() => Chat.On("web").Shown.Select(shown => shown.Text);

    private ServiceProvider Build() => BotUnderTest.With(
        Account,
        new FakeCharts(),
        _mode,
        services =>
        {
            services
                .AddSingleton<IStakeStore>(_store).AddSingleton(_store.Outbox).AddSingleton(_store.Due).AddSingleton(_store.Leadership)
                .AddSingleton<TimeProvider>(Time).AddSingleton<IPaperStakes>(Paper);
            _more?.Invoke(services);
        },
        Aviary.Rules);
}
