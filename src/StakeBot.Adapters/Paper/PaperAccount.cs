using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper;

/// <summary>The simulated account behind the bot's ports. Several people may use it at once: one lock, nothing is awaited inside.</summary>
internal sealed class PaperAccount : INumerai, IPaperAccount
{
    private const int MostRounds = 260;

    private readonly Lock _gate = new();
    private readonly PaperRules _rules;
    private readonly Opening _opening;
    private readonly PaperSeeds _seeds;
    private PaperWorld _world;
    private PaperBooks _books;
    private long _version = 1;

    /// <summary>The account that everybody gets, under today's rules.</summary>
    /// <exception cref="InvalidOperationException">The rules are none that it can play.</exception>
    public PaperAccount(PayoutHistory history)
        : this(history, PaperSeeds.Default, Opening.Default)
    {
    }

    internal PaperAccount(PayoutHistory history, PaperSeeds seeds, Opening opening)
    {
        _rules = PaperRules.From(history);
        _seeds = seeds;
        _opening = opening;
        (_world, _books) = Begin();
    }

    /// <summary>The newest round when the account starts: Saturday 2026-11-21.</summary>
    internal static RoundNumber StartRound { get; } = new(1404);

    public Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct) => Guarded(() => _books.Describe(), ct);

    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) =>
        Guarded(() => _world.Panel(tournament, _books.Newest), ct);

    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => Guarded(() => _books.Ledger, ct);

    public Task<long> ReadVersionAsync(CancellationToken ct) => Guarded(() => _version, ct);

    public Task<PaperAdvance> AdvanceAsync(int rounds, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, MostRounds);
        return Guarded(() => Advance(rounds), ct);
    }

    public Task ResetAsync(CancellationToken ct) => Guarded(
        () =>
        {
            (_world, _books) = Begin();
            return ++_version;
        },
        ct);

    private PaperAdvance Advance(int rounds)
    {
        RoundNumber from = _books.Newest;
        List<LedgerEntry> resolved = [];
        List<string> notes = [];
        for (int turn = 0; turn < rounds; turn++)
        {
            RoundEvents events = _books.Turn();
            resolved.AddRange(events.Resolved);
            notes.AddRange(events.Notes);
        }
        _version++;
        return new PaperAdvance(from, _books.Newest, PaperCalendar.NowIn(_books.Newest), resolved, notes);
    }

    private (PaperWorld World, PaperBooks Books) Begin()
    {
        PaperWorld world = new(_seeds, PaperRoster.Models(_rules.Signals.Factor.ForPricing));
        PaperBooks books = new(world, _rules, _opening);
        while (books.Newest < StartRound)
            books.Turn();
        return (world, books);
    }

    private Task<T> Guarded<T>(Func<T> work, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            return Task.FromCanceled<T>(ct);
        lock (_gate)
            return Task.FromResult(work());
    }
}
