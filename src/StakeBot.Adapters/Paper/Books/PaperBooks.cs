using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>The bookkeeping of the whole account: wallet, Classic strategy, Signals stakes, ledger.</summary>
internal sealed class PaperBooks
{
    private readonly Opening _opening;
    private readonly StrategyBook _strategy;
    private readonly IReadOnlyList<RunningStake> _running;
    private readonly List<LedgerEntry> _entries = [];
    private Nmr _wallet;

    /// <summary>An account that has staked nothing yet: the first round that it turns to is the opening's first.</summary>
    public PaperBooks(PaperWorld world, PaperRules rules, Opening opening)
    {
        _opening = opening;
        _wallet = opening.Wallet;
        _strategy = new StrategyBook(
            [.. world.ModelsOf(Tournament.Classic).Select(scores => new StrategySeat(scores, rules.Classic, opening.Settings[scores.Model.Name]))],
            opening.StrategyDeposit);
        _running = [.. world.ModelsOf(Tournament.Signals).Select(scores => new RunningStake(scores, rules.Signals, opening.Stakes[scores.Model.Name]))];
        Newest = opening.FirstRound - 1;
    }

    /// <summary>The newest round; its stakes have been taken.</summary>
    public RoundNumber Newest { get; private set; }

    /// <summary>What is put off of burns, over all models.</summary>
    public Nmr BurnDebt => _strategy.Seats.Select(seat => seat.BurnDebt).Total;

    public Ledger Ledger => new([.. _entries]);

    /// <summary>The next round opens: the round that is 64 older resolves, then stakes are taken, then the keeper acts.</summary>
    public RoundEvents Turn()
    {
        Newest += 1;
        RoundNumber ends = Newest - PaperCalendar.OpenRounds;
        RoundEvents events = new();
        _strategy.Turn(ends, Newest, events);
        foreach (RunningStake stake in _running)
            _wallet += stake.Turn(ends, Newest, events);
        foreach (KeeperAct act in _opening.Acts.Where(act => act.After == Newest))
            Do(act);
        _entries.AddRange(events.Resolved);
        return events;
    }

    public StakeSnapshot Describe() => new(
        Opening.AccountName,
        PaperCalendar.NowIn(Newest),
        _wallet,
        [
            Describe(Tournament.Classic, StakingRegime.Atomic, _strategy.Idle, _strategy.Describe(Newest)),
            Describe(Tournament.Signals, StakingRegime.Legacy, Nmr.Zero, [.. _running.Select(stake => stake.Describe(Newest))]),
        ]);

    private TournamentStakes Describe(Tournament tournament, StakingRegime regime, Nmr idle, IReadOnlyList<Stake> stakes) =>
        new(tournament, regime, PaperCalendar.Describe(tournament, Newest, Newest), PaperCalendar.OpenRounds, idle, stakes);

    private void Do(KeeperAct act) => act.Match(
        set => _strategy.Seats.Single(seat => seat.Model.Name == set.Model).Setting = set.Setting,
        release => _running.Single(stake => stake.Model.Name == release.Model).Release(release.Amount, Newest));
}
