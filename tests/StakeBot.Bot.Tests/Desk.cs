using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests;

/// <summary>A bot whose executor and clock a test drives by hand: from a proposal to what became of it, without a second of waiting.</summary>
internal sealed class Desk : IDisposable
{
    private readonly ServiceProvider _bot;

    public Desk(ExecutionMode mode = ExecutionMode.Paper, FakeNumerai? account = null, FakeStore? store = null, Action<IServiceCollection>? more = null)
    {
        Account = account ?? Aviary.Account();
        Paper = new FakePaperStakes(Account);
        Store = store ?? new FakeStore();
        _bot = BotUnderTest.With(
            Account,
            Charts,
            mode,
            services =>
            {
                services.AddSingleton<IStakeStore>(Store).AddSingleton<TimeProvider>(Time).AddSingleton<IPaperStakes>(Paper);
                more?.Invoke(services);
            },
            Aviary.Rules);
        Chat = new ScriptedChat(_bot, Ct);
    }

    public FakeNumerai Account { get; }

    public FakePaperStakes Paper { get; }

    public FakeStore Store { get; }

    public FakeCharts Charts { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Moment);

    public ScriptedChat Chat { get; }

    public T Get<T>() where T : notnull => _bot.GetRequiredService<T>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Lets the executor work and shows what follows.</summary>
    public async Task Works()
    {
        await Get<Executor>().RunOnceAsync(Ct);
        await Chat.Settles();
    }

    /// <summary>Moves the clock on, step by step of the executor's own plan.</summary>
    public async Task Passes(TimeSpan span)
    {
        await Time.PassesAsync(span, () => Get<Executor>().RunOnceAsync(Ct));
        await Chat.Settles();
    }

    /// <summary>The newest proposal with its steps.</summary>
    public async Task<StoredProposal> Newest()
    {
        IReadOnlyList<Proposal> all = await Get<ProposalBook>().AllAsync(Ct);
        return (await Get<ProposalBook>().FindAsync(all[0].Id, Ct))!;
    }

    /// <summary>The state of the newest proposal.</summary>
    public async Task<ProposalState> State() => (await Newest()).Proposal.State;

    /// <summary>The events of the journal, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Events() => [.. (await Store.ReadJournalAsync(1, 10_000, null, Ct)).Select(record => record.Entry.Event)];

    public void Dispose() => _bot.Dispose();
}
