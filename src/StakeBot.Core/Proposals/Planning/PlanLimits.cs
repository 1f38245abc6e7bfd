using StakeBot.Core.Money;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>What a plan may do.</summary>
public sealed record PlanLimits
{
    /// <summary>A model is left alone while it is at most this share of equity off its target: 0 or more, below 1.</summary>
    public double NoTradeBand { get; init; }

    /// <summary>The greatest sum of |changes| as a share of equity, above 0; above it all changes are made smaller in proportion.</summary>
    public double TurnoverLimit { get; init; } = 2;

    /// <summary>Smaller changes are not worth a request: NMR of a Legacy stake, or NMR at full run of an Atomic one.</summary>
    public Nmr SmallestChange { get; init; } = new(0.10m);

    /// <summary>NMR that stays in the wallet whatever the target says.</summary>
    public Nmr WalletFloor { get; init; }

    /// <summary>The limits of a policy.</summary>
    public static PlanLimits Of(AllocationPolicy policy) => new() { NoTradeBand = policy.NoTradeBand, TurnoverLimit = policy.TurnoverLimit };
}
