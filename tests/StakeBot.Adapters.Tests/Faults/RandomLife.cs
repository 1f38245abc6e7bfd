using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Store.Memory;
using StakeBot.Adapters.Tests.Numerai;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.StoreVictim.Executing;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>A bot to which random things happen. Runs end and begin; the store, Numerai and the clock go on.</summary>
internal sealed class RandomLife : IDisposable
{
    private static readonly string[] Crashes = ["before-confirm", "after-confirm", "before-claim", "after-claim", "before-result"];

    private static readonly Model[] Models = [NumeraiUnderTest.Gannet, NumeraiUnderTest.Petrel];

    private readonly HurriedTime _time = new();
    private readonly MemoryStore _memory;
    private readonly FailingMemory _store;
    private readonly RolesByHand _roles = new();
    private readonly List<ProposalId> _proposed = [];
    private ServiceProvider _run;

    public RandomLife(int holding)
    {
        _memory = new MemoryStore(_time);
        _store = new FailingMemory(_memory);
        Numerai = new ScriptedStakes(_time, _memory, (Holding)(holding % 3));
        _run = Run(null);
    }

    public ScriptedStakes Numerai { get; }

    /// <summary>How many steps nobody could tell of to the end.</summary>
    public int Unclear { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ProposalBook Book => _run.GetRequiredService<ProposalBook>();

    /// <summary>Something happens.</summary>
    /// <param name="what">Which thing.</param>
    /// <param name="how">A number from 0 to 99 that says how.</param>
    public async Task HappensAsync(int what, int how)
    {
        try
        {
            await (what switch
            {
                0 => ProposeAsync(how),
                1 or 2 => TapAsync(_roles.Person(how % RolesByHand.Count), how % 7 == 0 ? 2 : 1),
                3 or 13 or 14 => AgreeAsync(how),
                4 => CancelAsync(_roles.Person(how % RolesByHand.Count)),
                5 => Do(() => Numerai.GoesWrong((SendFault)(how % 6))),
                6 => Do(() => _store.FailsAfter(how % 6, how % 2 == 0)),
                7 => Do(() => Restart(new Failpoints($"{Crashes[how % Crashes.Length]}:throw"))),
                8 => Do(() => Numerai.IsReadable = !Numerai.IsReadable),
                9 => Do(() => _roles.Revoke(how % RolesByHand.Count)),
                10 => Do(() => Numerai.Moves(new Nmr(how % 2 == 0 ? 0.11m : -0.13m))),
                11 => Do(() => Numerai.ChangesByItself(Models[how % Models.Length], new Nmr(0.37m))),
                12 => DecidesAsync(),
                _ => PassesAsync(TimeSpan.FromSeconds(Math.Pow(1.12, how))),
            });
        }
        catch (Exception fault) when (fault is StoreUnavailableException or NumeraiUnavailableException)
        {
            // Told to him who asked; he may ask again.
        }
        catch (InvalidOperationException crash) when ((crash.InnerException ?? crash).Message.StartsWith("Failpoint", StringComparison.Ordinal))
        {
            Restart(null);
        }
    }

    /// <summary>Everything works again and time goes by, until nothing moves; what needs the owner, he decides by what is true.</summary>
    public async Task ComesToRestAsync()
    {
        Numerai.WorksAgain();
        _store.WorksAgain();
        Restart(null);
        await PassesAsync(TimeSpan.FromHours(4));
        await DecidesAsync();
        await PassesAsync(TimeSpan.FromHours(50));
    }

    /// <summary>What has to be true of every proposal in the end.</summary>
    public async Task HoldsAsync()
    {
        Assert.All(Numerai.Received.Values, received => Assert.Equal(1, received));
        Assert.All(Numerai.Applied.Values, applied => Assert.Equal(1, applied));
        Assert.True(await _memory.LeaveSafeModeAsync(Ct), "The journal's chain or a record does not fit.");
        HashSet<string> outgoing = [.. (await _memory.Outbox.DueAsync(ProposedChange.Platform, _time.GetUtcNow(), int.MaxValue, Ct)).Select(pending => pending.Message.Id)];
        List<Leg> legs = [];
        HashSet<string> unclear = [];
        foreach (ProposalId id in _proposed)
        {
            StoredProposal stored = (await Book.FindAsync(id, Ct))!;
            IReadOnlyList<JournalRecord> journal = await _memory.ReadJournalAsync(1, int.MaxValue, id.Value, Ct);
            Assert.True(stored.Proposal.State.IsFinal, $"{stored.Proposal.State} is no end.");
            Assert.All(stored.Legs, leg => Assert.True(leg.State.IsFinal || leg.State == LegState.Planned, $"{leg.State} is no end of a step."));
            legs.AddRange(stored.Legs);
            if (journal.Any(record => record.Entry.Event == "step-late-unclear"))
                unclear.UnionWith(stored.Legs.Select(leg => leg.Key));
            Assert.Contains(journal.SelectMany(record => record.Written), write => write.Collection == "proposals" && outgoing.Contains($"card:{id.Value}:{write.Version}:web:42"));
            if (journal.Any(record => record.Entry.Event == "proposal-confirmed"))
                Assert.NotNull(stored.Proposal.Ending ?? stored.Proposal.EndedAt?.ToString());
        }
        // Of two changes that are alike nobody can tell which of them it was that was made; that it was one of them, he is told.
        Unclear = unclear.Count;
        foreach (IGrouping<(ModelId, Nmr), Leg> alike in legs.GroupBy(leg => (leg.Change.Model.Id, leg.Change.Difference)))
        {
            int told = alike.Count(leg => leg.State.WasTaken);
            Assert.InRange(alike.Count(leg => Numerai.Applied.ContainsKey(leg.Key)), told, told + alike.Count(leg => unclear.Contains(leg.Key)));
        }
        Assert.Null(await Book.LaneAsync(EvidenceAccount.Name, Ct));
    }

    public void Dispose() => _run.Dispose();

    private async Task ProposeAsync(int how)
    {
        StakeSnapshot snapshot = await _run.GetRequiredService<INumerai>().ReadStakesAsync(Ct);
        // Few amounts: changes that are alike meet often.
        decimal by = 1.000000000000000001m + how % 4;
        Stake[] stakes = [.. snapshot.Stakes];
        IReadOnlyList<(Stake, decimal)> changes = (how / 4 % 5) switch
        {
            0 => [(stakes[0], -by), (stakes[1], by)],
            1 => [(stakes[1], -by)],
            2 => [(stakes[1], by), (stakes[0], by)],
            _ => [(stakes[0], by)],
        };
        _proposed.Add(await ProposedChange.EnterAsync(
            Book,
            snapshot,
            _time.GetUtcNow(),
            changes,
            proposal => proposal with { ApprovalsNeeded = 1 + how % 2, Grace = TimeSpan.FromSeconds(how % 3 * 15) },
            Ct));
    }

    private async Task AgreeAsync(int how)
    {
        await ProposeAsync(how);
        await TapAsync(_roles.Person(0), 1);
        await TapAsync(_roles.Person(1), 1);
        await PassesAsync(TimeSpan.FromSeconds(how));
    }

    // The owner looks at Numerai and says what is true.
    private async Task DecidesAsync()
    {
        foreach (ProposalId id in _proposed)
        {
            if ((await Book.FindAsync(id, Ct))!.Legs.FirstOrDefault(leg => leg.State == LegState.NeedsHuman) is { } leg)
                await _run.GetRequiredService<Settlement>().DecideAsync(ProposedChange.Confirmer(), id, Numerai.Applied.ContainsKey(leg.Key), Ct);
        }
    }

    private async Task TapAsync(Person person, int revision)
    {
        if (_proposed.Count > 0)
            await _run.GetRequiredService<Confirmation>().ConfirmAsync(person, _proposed[^1], revision, null, Ct);
    }

    private async Task CancelAsync(Person person)
    {
        if (_proposed.Count > 0)
            await _run.GetRequiredService<Cancellation>().CancelAsync(person, _proposed[^1], null, Ct);
    }

    private Task PassesAsync(TimeSpan span) => _time.PassesAsync(span, async () =>
    {
        try
        {
            return await _run.GetRequiredService<Executor>().RunOnceAsync(Ct);
        }
        catch (StoreUnavailableException)
        {
            return _time.GetUtcNow().AddSeconds(10);
        }
    });

    private void Restart(Failpoints? failpoints)
    {
        _run.Dispose();
        _run = Run(failpoints);
    }

    private ServiceProvider Run(Failpoints? failpoints) => House.Build(
        _store,
        _memory.Outbox,
        _memory.Leadership,
        NumeraiUnderTest.Settings(new Uri("http://127.0.0.1:1")),
        ExecutionUnderFaults.Model,
        _time,
        services => services
            .AddSingleton(failpoints ?? Failpoints.None)
            .AddSingleton<ILegacyStakes>(Numerai)
            .AddSingleton<INumerai>(new EvidenceAccount(Numerai, Models))
            .AddSingleton<IPeople>(_roles));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
