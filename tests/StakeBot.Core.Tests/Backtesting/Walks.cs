using StakeBot.Core.Backtesting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Backtesting;

/// <summary>Histories made of plain round returns.</summary>
internal static class Walks
{
    /// <summary>The way through one tournament whose rounds, from 1 on, have these returns; a column per model A, B, ….</summary>
    public static WalkForward Of(StakingRegime regime, int overlap, double[][] returns) =>
        Assert.IsType<WalkForwardOutcome.Ready>(WalkForward.Over([Priced(regime, overlap, returns)])).Walk;

    public static PricedTournament Priced(StakingRegime regime, int overlap, double[][] returns)
    {
        Model[] models = [.. returns[0].Select((_, i) => Some.Model($"{(char)('A' + i)}"))];
        return new PricedTournament(
            Tournament.Classic,
            Some.Rule(regime: regime, overlap: overlap),
            true,
            "made up",
            new RoundWindow(overlap, regime),
            new ReturnMatrix(new RoundNumber(1), models, [.. returns.SelectMany(row => row)]),
            0);
    }

    /// <summary>As many rounds as a first decision needs, with returns that are no twins, and then the given ones.</summary>
    public static double[][] After(int overlap, params double[][] tested)
    {
        double[][] before =
        [
            .. Enumerable.Range(0, 4 * overlap)
                .Select(t => tested[0].Select((_, i) => 0.01 * (i + 1) * Math.Sin((i + 1.3) * (t + 1))).ToArray()),
        ];
        return [.. before, .. tested];
    }

    /// <summary>A policy without limits.</summary>
    public static AllocationPolicy Policy(AllocationObjective objective, Rebalancing? rebalance = null) => new()
    {
        Name = "tested",
        Description = "made up",
        Objective = objective,
        Limits = RiskPolicy.Unlimited,
        Rebalance = rebalance ?? new Rebalancing.Never(),
    };

    /// <summary>Runs a policy with all of its looks.</summary>
    public static BacktestResult Run(WalkForward walk, AllocationPolicy policy, double[]? present = null) => Backtest.Run(
        walk, policy, [.. walk.LooksOf(policy.Rebalance).Select(walk.LookAt)], present ?? new double[walk.Returns.ModelCount]);
}
