using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.Diary;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper;

/// <summary>
/// The simulated account behind the bot's ports. What is done to it is written down before it is done, and done again after a restart. Several people
/// may use it at once: one at a time.
/// </summary>
internal sealed class PaperAccount : INumerai, IPaperAccount, IPaperStakes, IPublicModels, IDisposable
{
    private const int MostRounds = 260;
    private const int MostTries = 3;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PaperDiary _diary;
    private readonly PaperRules _rules;
    private readonly Opening _opening;
    private readonly PaperSeeds _seeds;
    private PaperState? _state;

    /// <summary>The account that everybody gets, under today's rules.</summary>
    /// <param name="history">The known rules.</param>
    /// <param name="time">When something is done.</param>
    /// <param name="store">Where it is kept; without one the account starts anew with the process.</param>
    /// <exception cref="InvalidOperationException">The rules are none that it can play.</exception>
    public PaperAccount(PayoutHistory history, TimeProvider time, IStakeStore? store = null)
        : this(history, time, store, PaperSeeds.Default, Opening.Default)
    {
    }

    internal PaperAccount(PayoutHistory history, TimeProvider time, IStakeStore? store, PaperSeeds seeds, Opening opening)
    {
        _rules = PaperRules.From(history);
        _diary = new PaperDiary(store, time);
        _seeds = seeds;
        _opening = opening;
    }

    /// <summary>The newest round when the account starts: Saturday 2026-11-21.</summary>
    internal static RoundNumber StartRound { get; } = new(1404);

    public Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct) => ReadAsync(state => state.Books.Describe(), ct);

    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) =>
        ReadAsync(state => state.World.Panel(tournament, state.Books.Newest), ct);

    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => ReadAsync(state => state.Books.Ledger, ct);

    public Task<long> ReadVersionAsync(CancellationToken ct) => ReadAsync(state => 1L + state.Acts, ct);

    public Task<PublicModel?> FindAsync(string name, Tournament? tournament, CancellationToken ct) => ReadAsync(
        state => state.World.Others
            .Where(scores => scores.Model.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && (tournament is null || scores.Model.Tournament == tournament))
            .Select(scores => new PublicModel(scores.Model, PaperWorld.Panel(scores.Model.Tournament, [scores], state.Books.Newest)))
            .FirstOrDefault(),
        ct);

    public async Task<PaperAdvance> AdvanceAsync(int rounds, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, MostRounds);
        return (await DoAsync(new PaperAct.Advance(rounds), ct)).Advance!;
    }

    public Task ResetAsync(CancellationToken ct) => DoAsync(new PaperAct.Reset(), ct);

    public async Task<string?> SetAsync(string id, ModelId model, StakeSetting setting, CancellationToken ct) =>
        (await DoAsync(new PaperAct.Set(id, model, setting), ct)).Refusal;

    public async Task<string?> ChangeAsync(string id, ModelId model, StakeChangeKind kind, Nmr amount, CancellationToken ct) =>
        (await DoAsync(new PaperAct.Change(id, model, kind, amount), ct)).Refusal;

    public Task<bool> HasHappenedAsync(string id, CancellationToken ct) => InTurnAsync(async () => (await StateAsync(ct)).HasHappened(id), ct);

    public void Dispose() => _turn.Dispose();

    private Task<(string? Refusal, PaperAdvance? Advance)> DoAsync(PaperAct act, CancellationToken ct) => InTurnAsync<(string?, PaperAdvance?)>(
        async () =>
        {
            for (int tries = 0; tries < MostTries; tries++)
            {
                PaperState state = await StateAsync(ct);
                if (act.ChangeId is { } id && state.HasHappened(id))
                    return (null, null);
                if (state.Refusal(act) is { } refusal)
                    return (refusal, null);
                // Whether it was written is not known while this runs and after it threw: the next turn reads what there is.
                _state = null;
                if (!await _diary.TryAddAsync(state.Acts + 1, act, ct))
                    continue;
                PaperAdvance? advance = state.Do(act);
                _state = state;
                return (null, advance);
            }
            throw new StoreUnavailableException("Somebody else is changing the simulated account at the same time. Nothing was changed.");
        },
        ct);

    private Task<T> ReadAsync<T>(Func<PaperState, T> read, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            try
            {
                return read(await StateAsync(ct));
            }
            catch (StoreUnavailableException fault)
            {
                throw new NumeraiUnavailableException("The simulated account cannot be read: what was done to it cannot be read back.", fault);
            }
        },
        ct);

    private async Task<PaperState> StateAsync(CancellationToken ct)
    {
        if (_state is { } known)
            return known;
        PaperState state = new(_rules, _seeds, _opening);
        foreach (PaperAct act in await _diary.ReadAsync(ct))
            state.Do(act);
        return _state = state;
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
