using System.Net.Http.Json;
using LiteDB;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Adapters.Tests.Numerai;
using StakeBot.Adapters.Tests.Store;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Faults;
using StakeBot.StoreVictim.Executing;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>
/// The real executor over the real store and the real client, beside a fake Numerai that goes wrong on command; all on one clock that only the test
/// moves. A restart keeps the folder and Numerai, and nothing else.
/// </summary>
internal sealed class ExecutionUnderFaults : IAsyncDisposable
{
    public static readonly Model Model = NumeraiUnderTest.Gannet;

    // The events that end a proposal's way, as its owner sees it.
    private static readonly HashSet<string> Ends =
    [
        "step-observed", "step-not-applied", "step-rejected", "step-needs-human", "proposal-stopped", "proposal-aborted", "proposal-stale",
        "proposal-expired", "proposal-expired-confirmed", "proposal-cancelled", "step-decided-taken", "step-decided-not-taken",
    ];

    private readonly Action<IServiceCollection>? _more;
    private ServiceProvider _run;
    private bool _isNew;

    private ExecutionUnderFaults(FakeNumeraiServer server, HurriedTime time, Func<StoreSetup, StoreSetup>? store, Action<IServiceCollection>? more)
    {
        Server = server;
        Time = time;
        _more = more;
        Store = new OpenLiteStore(setup => (store?.Invoke(setup) ?? setup) with { Time = time });
        _run = Run(null);
    }

    public FakeNumeraiServer Server { get; }

    public HurriedTime Time { get; }

    public OpenLiteStore Store { get; }

    public ProposalId Id { get; private set; }

    public string Folder => Store.Folder;

    public int Applied => Server.Applied(Model.Id);

    public int Posts => Server.MutationPosts(Model.Id);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ExecutionUnderFaults> StartAsync(
        PendingMode pending = PendingMode.Replace, Func<StoreSetup, StoreSetup>? store = null, Action<IServiceCollection>? more = null)
    {
        HurriedTime time = new();
        FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings { Time = time, Pending = pending, EnforcesLimits = false }, Ct);
        return new ExecutionUnderFaults(server, time, store, more);
    }

    public T Get<T>() where T : notnull => _run.GetRequiredService<T>();

    /// <summary>Ends this run of the program and begins another, as after a kill: it remembers what is in the store.</summary>
    public void Restart(Failpoints? failpoints = null)
    {
        _run.Dispose();
        Store.Restart();
        _run = Run(failpoints);
    }

    /// <summary>Takes up what another process has left in the folder: its newest proposal is the one that is looked at.</summary>
    public async Task TakesUpAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(10));
        _run.Dispose();
        Store.Reopen();
        _run = Run(null);
        // Whatever that process had written to Numerai has arrived before these readings have.
        await ReadAsync();
        await ReadAsync();
        Proposal? newest = await Get<ProposalBook>().AllAsync(Ct) is [var first, ..] ? first : null;
        _isNew = newest is not null && newest.Id != Id;
        Id = newest?.Id ?? Id;
    }

    /// <summary>Whether that process had made a proposal.</summary>
    public bool HasNewProposal => _isNew;

    /// <summary>Ends this run, puts a backup in the place of the store, and begins another run.</summary>
    public async Task RestoreAsync(string backup)
    {
        await _run.DisposeAsync();
        Store.Close();
        await StoreRestore.FromAsync(backup, Store.Setup, Ct);
        Store.Reopen();
        _run = Run(null);
    }

    /// <summary>Ends this run, has something done to the store's file, and begins another run.</summary>
    public void Damage(Action<LiteDatabase> change)
    {
        _run.Dispose();
        Store.Damage(change);
        _run = Run(null);
    }

    /// <summary>Begins another run beside this one, which is frozen.</summary>
    public ServiceProvider Beside() => Run(null);

    /// <summary>Makes a proposal and shows it in one conversation.</summary>
    public async Task<ProposalId> ProposeAsync(decimal by = 1.25m, Func<Proposal, Proposal>? shape = null) => Id = await ProposedChange.EnterAsync(
        Get<ProposalBook>(), await Get<INumerai>().ReadStakesAsync(Ct), Time.GetUtcNow(), by, shape, Ct);

    public Task<Decision> ConfirmAsync() => Get<Confirmation>().ConfirmAsync(ProposedChange.Confirmer(), Id, 1, null, Ct);

    /// <summary>Proposes and confirms.</summary>
    public async Task ConfirmedAsync(decimal by = 1.25m, Func<Proposal, Proposal>? shape = null)
    {
        await ProposeAsync(by, shape);
        Assert.IsType<Decision.Taken>(await ConfirmAsync());
    }

    /// <summary>The next change of the stake goes wrong. Who waits for an answer that never comes waits as long as he has patience.</summary>
    public void GoesWrong(Fault fault)
    {
        Server.Faults.Happening = happening =>
        {
            if (happening.Reply == FaultReply.Silence)
                Time.Advance(TimeSpan.FromSeconds(31));
        };
        Server.Faults.NextMutations(fault);
    }

    /// <summary>Lets the executor run as its loop does, for so long.</summary>
    public Task PassesAsync(TimeSpan span) => Time.PassesAsync(span, async () =>
    {
        try
        {
            return await Get<Executor>().RunOnceAsync(Ct);
        }
        catch (StoreUnavailableException)
        {
            return Time.GetUtcNow().AddSeconds(10);
        }
    });

    public async Task<StoredProposal> StoredAsync() => (await Get<ProposalBook>().FindAsync(Id, Ct))!;

    public async Task<ProposalState> StateAsync() => (await StoredAsync()).Proposal.State;

    public async Task<Leg> LegAsync() => (await StoredAsync()).Legs[0];

    public Task<StakeEvidence> ReadAsync() => Get<ILegacyStakes>().ReadAsync(Model, Ct);

    /// <summary>What the owner does on the website, past this program.</summary>
    public async Task OwnerChangesAsync(StakeChangeKind kind, decimal amount)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsNotType<StakeChangeAnswer.NotSent>(
            await Get<ILegacyStakes>().SendAsync(new StakeChangeOrder(Model, kind, new Core.Money.Nmr(amount), Time.GetUtcNow().AddMinutes(1)), Ct));
    }

    /// <summary>The owner takes the waiting release back on the website.</summary>
    public async Task OwnerCancelsAsync()
    {
        using HttpClient website = new();
        website.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Token {FakeToken.Staking.PublicId}${FakeToken.Staking.Secret}");
        using HttpResponseMessage answer = await website.PostAsJsonAsync(
            Server.Address, new { query = "mutation($modelId:ID!){cancelPendingStakeRelease(modelId:$modelId){id}}", variables = new { modelId = Model.Id.Value } }, Ct);
        Assert.DoesNotContain("errors", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Null((await ReadAsync()).Pending);
    }

    /// <summary>It is at rest: the outcome, what arrived, one end that is told once, the lane, and a store whose records fit its journal.</summary>
    public async Task RestsAsync(ProposalState state, int applied, int posts, int ends = 1)
    {
        StoredProposal stored = await StoredAsync();
        Assert.Equal((state, applied, posts), (stored.Proposal.State, Applied, Posts));
        JournalRecord[] journal = [.. await Store.Store.ReadJournalAsync(1, int.MaxValue, Id.Value, Ct)];
        JournalRecord[] told = [.. journal.Where(record => Ends.Contains(record.Entry.Event))];
        Assert.Equal(ends, told.Length);
        HashSet<string> outgoing = [.. (await Store.Outbox.DueAsync(ProposedChange.Platform, Time.GetUtcNow(), int.MaxValue, Ct)).Select(pending => pending.Message.Id)];
        // A kill between entering a proposal and showing it leaves nobody to tell; it can then only run out.
        bool isShown = (await Get<ProposalBook>().CardsAsync(Id, Ct)).Count > 0;
        Assert.True(isShown || state == ProposalState.Expired);
        foreach (JournalRecord end in isShown ? told : [])
        {
            long version = end.Written.Single(write => write.Collection == "proposals").Version;
            Assert.Contains($"card:{Id.Value}:{version}:{ProposedChange.Platform}:{ProposedChange.Chat}", outgoing);
        }
        ProposalId? lane = await Get<ProposalBook>().LaneAsync(EvidenceAccount.Name, Ct);
        Assert.Equal(state.HoldsLane ? Id : (ProposalId?)null, lane);
    }

    /// <summary>Messages of their own, beside the card.</summary>
    public async Task<string[]> AlertsAsync() =>
    [
        .. (await Store.Outbox.DueAsync(ProposedChange.Platform, Time.GetUtcNow(), int.MaxValue, Ct))
            .Where(pending => pending.Message.Id.StartsWith("notice:", StringComparison.Ordinal))
            .Select(pending => pending.Message.Body),
    ];

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        Store.Dispose();
        await Server.DisposeAsync();
    }

    private ServiceProvider Run(Failpoints? failpoints) => House.Build(
        Store.Store,
        Store.Outbox,
        Store.Leadership,
        NumeraiUnderTest.Settings(Server.Address),
        Model,
        Time,
        services =>
        {
            services.AddSingleton(failpoints ?? Failpoints.None);
            _more?.Invoke(services);
        });
}
