using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>One model in the Atomic strategy: its setting, its positions, its burn debt.</summary>
internal sealed class StrategySeat(ModelScores scores, PayoutRule rule, StakeSetting setting)
{
    private readonly RoundPricing _pricing = new(scores, rule);
    private readonly OpenPositions _positions = new();
    private Nmr _wanted;

    public Model Model => scores.Model;

    /// <summary>The setting for the rounds to come.</summary>
    public StakeSetting Setting { get; set; } = setting;

    public Nmr BurnDebt { get; private set; }

    public Nmr Locked => _positions.Total;

    /// <summary>What is at risk in a round that is open; zero when nothing is.</summary>
    public Nmr AtRiskIn(RoundNumber round) => _positions.In(round);

    /// <summary>Resolves the round that ends and decides what the round that opens shall get.</summary>
    /// <returns>The NMR that becomes idle.</returns>
    public Nmr Settle(RoundNumber ends, RoundNumber opens, RoundEvents events)
    {
        Nmr stake = _positions.Close(ends);
        Claim claim = new(Nmr.Zero, BurnDebt);
        if (stake > Nmr.Zero)
        {
            Nmr result = _pricing.Settle(stake, ends, opens);
            events.Settle(Model, ends, stake, result);
            claim = Claim.Of(stake, result, BurnDebt);
        }
        _wanted = WantedIn(opens, claim.Amount, events);
        claim = claim.Realised(_wanted);
        BurnDebt = claim.Debt;
        return claim.Amount;
    }

    /// <summary>Stakes in the round that opens, out of what is idle.</summary>
    /// <returns>The NMR that is no longer idle.</returns>
    public Nmr Stake(RoundNumber opens, Nmr idle, RoundEvents events)
    {
        Nmr staked = Nmr.Min(_wanted, idle);
        if (staked < _wanted)
            events.Note($"Idle NMR did not suffice in round {opens}: {Model.Name} got {staked} instead of {_wanted}.");
        _positions.Open(opens, staked);
        return staked;
    }

    public Stake Describe(RoundNumber newest) => new Stake.Atomic(Model)
    {
        Setting = Setting,
        InRounds = Locked,
        OpenRounds = _positions.Count,
        OverlappingRounds = rule.OverlappingRounds,
        BurnDebt = BurnDebt,
        Positions = _positions.All,
        PayoutPending = _positions.Pending(_pricing, newest),
        MissedSubmissions = Submissions.Missed(scores, newest),
    };

    private Nmr WantedIn(RoundNumber opens, Nmr claimed, RoundEvents events)
    {
        if (!Setting.Automation || Setting.PerRound == Nmr.Zero || Submissions.IsMissing(scores, opens, events))
            return Nmr.Zero;
        return Setting.Mode == StakeMode.Compound ? Nmr.Max(Setting.PerRound, claimed) : Setting.PerRound;
    }
}
