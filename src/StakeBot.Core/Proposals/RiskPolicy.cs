namespace StakeBot.Core.Proposals;

/// <summary>What the two-percent rule takes for a model's possible loss.</summary>
public enum LossBasis
{
    /// <summary>The mean of the worst windows (CVaR).</summary>
    Tail,

    /// <summary>The worst that the payout rule allows in a window: clip × rounds at risk, never more than all.</summary>
    Worst,
}

/// <summary>The limits that a fund sets itself. Shares are of the fund's equity: see <see cref="Stakes.StakeSnapshot.Equity"/>.</summary>
public sealed record RiskPolicy
{
    /// <summary>The limits of a fund that has set none: 2 % per model, 10 % for the whole, one window in twenty.</summary>
    public static RiskPolicy Default { get; } = new();

    /// <summary>No limits: a model, and the fund, may lose everything that it can lose.</summary>
    public static RiskPolicy Unlimited { get; } = new() { ModelLimit = 1, BurnBudget = 1 };

    /// <summary>The two-percent rule: the share of equity that one model may cost in a bad window. Above 0, at most 1.</summary>
    public double ModelLimit { get; init; } = 0.02;

    /// <summary>The burn budget: the share of equity that all models together may cost in a bad window. Above 0, at most 1.</summary>
    public double BurnBudget { get; init; } = 0.10;

    /// <summary>The level of "bad": 0.95 means the worst one window in twenty. Above 0.5, below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What counts as a model's possible loss.</summary>
    public LossBasis Basis { get; init; } = LossBasis.Tail;
}
