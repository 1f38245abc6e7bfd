using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports.Staking;
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

    /// <summary>An account that has staked nothing yet: the first round that it turns to is the opening's first.</summary>
    public PaperBooks(PaperWorld world, PaperRules rules, Opening opening)
    {
        _opening = opening;
        Wallet = opening.Wallet;
        _strategy = new StrategyBook(
            [.. world.ModelsOf(Tournament.Classic).Select(scores => new StrategySeat(scores, rules.Classic, opening.Settings[scores.Model.Name]))],
            opening.StrategyDeposit);
        _running = [.. world.ModelsOf(Tournament.Signals).Select(scores => new RunningStake(scores, rules.Signals, opening.Stakes[scores.Model.Name]))];
        Newest = opening.FirstRound - 1;
    }

    /// <summary>The newest round; its stakes have been taken.</summary>
    public RoundNumber Newest { get; private set; }

    /// <summary>NMR that can be staked or withdrawn.</summary>
    public Nmr Wallet { get; private set; }

    /// <summary>The Classic strategy.</summary>
    public StrategyBook Strategy => _strategy;

    /// <summary>The Signals stakes.</summary>
    public IReadOnlyList<RunningStake> Running => _running;

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
            Wallet += stake.Turn(ends, Newest, events);
        foreach (KeeperAct act in _opening.Acts.Where(act => act.After == Newest))
            Do(act);
        _entries.AddRange(events.Resolved);
        return events;
    }

    /// <summary>Why a setting cannot be entered, one sentence; null when it can.</summary>
    public string? Refusal(ModelId model, StakeSetting setting)
    {
        if (RunningOf(model) is { } legacy)
            return $"{legacy.Model.Name} has one running stake and no setting per round. Nothing was changed.";
        if (SeatOf(model) is null)
            return $"The account has no model {model}. Nothing was changed.";
        return setting.PerRound < Nmr.Zero ? "A stake per round cannot be below zero. Nothing was changed." : null;
    }

    /// <summary>Why a running stake cannot be changed so, one sentence; null when it can.</summary>
    public string? Refusal(ModelId model, StakeChangeKind kind, Nmr amount)
    {
        if (SeatOf(model) is { } seat)
            return $"{seat.Model.Name} is staked per round, out of a strategy: its setting can be changed, its stake cannot. Nothing was changed.";
        if (RunningOf(model) is not { } stake)
            return $"The account has no model {model}. Nothing was changed.";
        if (amount <= Nmr.Zero)
            return "An amount must be above zero. Nothing was changed.";
        if (stake.HasRequest)
            return $"A request of {stake.Model.Name} is pending already, and there can be one at a time. Nothing was changed.";
        if (kind == StakeChangeKind.Increase && amount > Wallet)
            return $"The wallet has {Wallet}, which is less than {amount}. Nothing was changed.";
        return kind == StakeChangeKind.Decrease && amount > stake.Staked
            ? $"{stake.Model.Name} has {stake.Staked} staked, which is less than {amount}. Nothing was changed."
            : null;
    }

    /// <summary>Enters a setting that was not refused; it acts from the next round on.</summary>
    public void Set(ModelId model, StakeSetting setting) =>
        (SeatOf(model) ?? throw new ArgumentException($"There is no setting of {model}.", nameof(model))).Setting = setting;

    /// <summary>Changes a running stake in a way that was not refused.</summary>
    public void Change(ModelId model, StakeChangeKind kind, Nmr amount)
    {
        RunningStake stake = RunningOf(model) ?? throw new ArgumentException($"There is no running stake of {model}.", nameof(model));
        if (kind == StakeChangeKind.Decrease)
        {
            stake.Release(amount, Newest);
            return;
        }
        stake.Increase(amount);
        Wallet -= amount;
    }

    /// <summary>Takes the request of a running stake back.</summary>
    public void Withdraw(ModelId model) => Wallet += RunningOf(model)?.Withdraw() ?? Nmr.Zero;

    public StakeSnapshot Describe() => new(
        Opening.AccountName,
        PaperCalendar.NowIn(Newest),
        Wallet,
        [
            Describe(Tournament.Classic, StakingRegime.Atomic, _strategy.Idle, _strategy.Describe(Newest)),
            Describe(Tournament.Signals, StakingRegime.Legacy, Nmr.Zero, [.. _running.Select(stake => stake.Describe(Newest))]),
        ]);

    private TournamentStakes Describe(Tournament tournament, StakingRegime regime, Nmr idle, IReadOnlyList<Stake> stakes) =>
        new(tournament, regime, PaperCalendar.Describe(tournament, Newest, Newest), PaperCalendar.OpenRounds, idle, stakes);

    private StrategySeat? SeatOf(ModelId model) => _strategy.Seats.FirstOrDefault(seat => seat.Model.Id == model);

    private RunningStake? RunningOf(ModelId model) => _running.FirstOrDefault(stake => stake.Model.Id == model);

    private void Do(KeeperAct act) => act.Match(
        set => _strategy.Seats.Single(seat => seat.Model.Name == set.Model).Setting = set.Setting,
        release => _running.Single(stake => stake.Model.Name == release.Model).Release(release.Amount, Newest));
}
