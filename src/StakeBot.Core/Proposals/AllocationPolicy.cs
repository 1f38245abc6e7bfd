namespace StakeBot.Core.Proposals;

/// <summary>How a fund wants to be staked: what it looks for, within which limits, and how often it may be changed. A file of <c>config/policies</c> holds one.</summary>
public sealed record AllocationPolicy
{
    /// <summary>The name that chat and command line know it by: lower case letters, digits and hyphens (file: <c>name</c>).</summary>
    public required string Name { get; init; }

    /// <summary>For whom it is, one sentence (file: <c>description</c>).</summary>
    public required string Description { get; init; }

    /// <summary>What it looks for (file: <c>objective</c>).</summary>
    public required AllocationObjective Objective { get; init; }

    /// <summary>The two-percent rule, the burn budget, and what counts as a bad window (file: <c>limits</c>).</summary>
    public RiskPolicy Limits { get; init; } = RiskPolicy.Default;

    /// <summary>The greatest share of the fund on one model, whatever its risk: above 0, at most 1; 1 sets no cap (file: <c>cap</c>).</summary>
    public double Cap { get; init; } = 1;

    /// <summary>
    /// The greatest sum of |changes| at one time, as a share of the fund: above 0, at most 2 (all out of one half, into the other). Above it all
    /// changes are made smaller in proportion (file: <c>turnoverLimit</c>).
    /// </summary>
    public double TurnoverLimit { get; init; } = 2;

    /// <summary>A model's stake is left alone while it is at most this share of the fund away from its target: 0 or more, below 1 (file: <c>noTradeBand</c>).</summary>
    public double NoTradeBand { get; init; }

    /// <summary>When the stakes are compared with the target (file: <c>rebalance</c>).</summary>
    public Rebalancing Rebalance { get; init; } = new Rebalancing.Never();
}
