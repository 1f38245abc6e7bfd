using StakeBot.Core.Proposals;

namespace StakeBot.Core.Backtesting;

/// <summary>What a policy is measured against: plain portfolios without limits, everything staked.</summary>
public static class ReferencePolicies
{
    /// <summary>The reference of references: it needs no estimate, and most of what is clever fails to beat it (DeMiguel, Garlappi and Uppal 2009).</summary>
    public const string EqualWeight = "equal weight";

    /// <summary>Equal weight, present weights, least risk, best ratio, risk parity; all on one schedule.</summary>
    public static IReadOnlyList<AllocationPolicy> On(Rebalancing rebalance) =>
    [
        Plain(EqualWeight, "The same on every model.", AllocationObjective.EqualWeight, rebalance),
        Plain("present weights", "What is staked now.", AllocationObjective.KeepPresent, rebalance),
        Plain("least risk", "The least deviation.", AllocationObjective.MinRisk, rebalance),
        Plain("best ratio", "The greatest expected return per deviation.", AllocationObjective.BestRatio, rebalance),
        Plain("risk parity", "Equal parts of the deviation.", AllocationObjective.RiskParity, rebalance),
    ];

    private static AllocationPolicy Plain(string name, string description, AllocationObjective objective, Rebalancing rebalance) =>
        new() { Name = name, Description = description, Objective = objective, Limits = RiskPolicy.Unlimited, Rebalance = rebalance };
}
