using StakeBot.Core.Proposals;

namespace StakeBot.Testing;

/// <summary>Policies for tests that need some: risk parity within the two-percent caps, and the best ratio within nothing.</summary>
public static class SomePolicies
{
    /// <summary>The default and a bold one.</summary>
    public static PolicyBook Book { get; } = new(
    [
        new AllocationPolicy
        {
            Name = "cautious",
            Description = "Equal parts of risk within the two-percent caps.",
            Objective = AllocationObjective.RiskParity,
            NoTradeBand = 0.01,
            Rebalance = new Rebalancing.Band(0.03, 5),
        },
        new AllocationPolicy
        {
            Name = "bold",
            Description = "The best ratio.",
            Objective = AllocationObjective.BestRatio,
            Limits = RiskPolicy.Unlimited,
            Rebalance = new Rebalancing.Calendar(4),
        },
    ]);
}
