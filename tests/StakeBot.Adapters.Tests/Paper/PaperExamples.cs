using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;

namespace StakeBot.Adapters.Tests.Paper;

/// <summary>Rules, models and accounts that the tests of the simulated account begin with.</summary>
internal static class PaperExamples
{
    public static PayoutRule Classic => FakeRules.Classic;

    public static PayoutRule Signals { get; } = FakeRules.Signals with
    {
        FromRound = new RoundNumber(1086),
        Factor = new PayoutFactor.Threshold(new Nmr(36_000m), 0.25),
    };

    public static PayoutHistory History { get; } = new([Classic, Signals]);

    /// <summary>The simulated account on a clock that stands still.</summary>
    public static PaperAccount Account(IStakeStore? store = null, PaperSeeds? seeds = null) =>
        new(History, new FakeTimeProvider(), store, seeds ?? PaperSeeds.Default, Opening.Default);

    public static RoundNumber First { get; } = new(1205);

    public static StakeSetting Constant(decimal perRound) => new(new Nmr(perRound), StakeMode.Constant, Automation: true);

    public static StakeSetting Compound(decimal perRound) => new(new Nmr(perRound), StakeMode.Compound, Automation: true);

    public static StakeSetting Off(decimal perRound) => new(new Nmr(perRound), StakeMode.Constant, Automation: false);

    /// <summary>A Classic model whose every round returns <paramref name="roundReturn"/>: no noise, no chance.</summary>
    public static ModelTraits Steady(string name, double roundReturn, params int[] missed) => new()
    {
        Model = new Model(new ModelId(name), name, Tournament.Classic),
        Skill = new ScoreTrait(ScoreName.Corr60, roundReturn / 3, 0),
        Contribution = new ScoreTrait(ScoreName.Mmc60, 0, 0),
        Coupling = 0,
        Loadings = [],
        MissShare = 0,
        Missed = missed,
    };

    /// <summary>A Signals model whose alpha is the same in every round.</summary>
    public static ModelTraits SteadySignals(string name, double alpha) => new()
    {
        Model = new Model(new ModelId(name), name, Tournament.Signals),
        Skill = new ScoreTrait(ScoreName.Alpha, alpha, 0),
        Contribution = new ScoreTrait(ScoreName.Mpc, 0, 0),
        Coupling = 0,
        Loadings = [],
        MissShare = 0,
    };

    /// <summary>A strategy with these models that has not staked yet.</summary>
    public static StrategyBook Strategy(decimal deposit, params (ModelTraits Traits, StakeSetting Setting)[] models)
    {
        PaperWorld world = new(PaperSeeds.Of(1), [.. models.Select(model => model.Traits)]);
        return new StrategyBook(
            [.. world.Models.Select((scores, i) => new StrategySeat(scores, Classic, models[i].Setting))], new Nmr(deposit));
    }

    /// <summary>Turns a strategy from its first round on; gives what happened in the last of these rounds.</summary>
    public static RoundEvents Turn(this StrategyBook strategy, int fromTurn, int turns)
    {
        RoundEvents events = new();
        for (int turn = fromTurn; turn < fromTurn + turns; turn++)
        {
            events = new RoundEvents();
            strategy.Turn(First + turn - 64, First + turn, events);
        }
        return events;
    }
}
