using System.Collections.Immutable;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Proposals;

/// <summary>How a policy wants the fund to be staked: shares of the fund's equity, and what stays idle.</summary>
public sealed class TargetPortfolio
{
    // Rounding of weights, far below what anybody stakes.
    private const double Rounding = 1e-12;

    private TargetPortfolio(ImmutableArray<double> weights, double stakeable, double scale)
    {
        Weights = weights;
        Stakeable = stakeable;
        BudgetScale = scale;
    }

    /// <summary>One share for each column of the history; each within its cap, together at most 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>What is not staked: 1 − Σ weights.</summary>
    public double Idle => Math.Max(0, 1 - Weights.Sum());

    /// <summary>The largest share of the fund that the caps let be staked: min(1, Σ caps).</summary>
    public double Stakeable { get; }

    /// <summary>What the burn budget left of the objective's own weights: 1 when it did not bind, 0.8 when it took a fifth.</summary>
    public double BudgetScale { get; }

    /// <summary>Computes the target of a policy.</summary>
    /// <param name="policy">Objective, cap and burn budget.</param>
    /// <param name="estimates">What the history says.</param>
    /// <param name="caps">The two-percent rule's cap for each column, 0–1: <see cref="ModelCaps"/>.</param>
    /// <param name="present">The present share of each column, at least 0, with what is on its way.</param>
    /// <exception cref="ArgumentException">Caps or present shares do not fit the history's columns.</exception>
    public static TargetOutcome Of(AllocationPolicy policy, FundEstimates estimates, IReadOnlyList<double> caps, IReadOnlyList<double> present)
    {
        int models = estimates.History.Models.Count;
        if (caps.Count != models || present.Count != models)
            throw new ArgumentException($"{models} models, {caps.Count} caps, {present.Count} present shares.", nameof(caps));
        double[] bounds = [.. caps.Select(cap => Math.Min(cap, policy.Cap))];
        double stakeable = Math.Min(1, bounds.Sum());
        if (stakeable <= Rounding)
            return new TargetOutcome.Refused("The caps let nothing be staked.");
        (double[]? weights, string? refusal) = Objectives.Weigh(policy.Objective, estimates, bounds, present);
        if (weights is null)
            return new TargetOutcome.Refused(refusal!);
        return WithinBudget(weights, policy.Limits, estimates.History.Scenarios) is { } scale
            ? new TargetOutcome.Chosen(new TargetPortfolio([.. weights.Select((w, i) => Math.Clamp(scale * w, 0, bounds[i]))], stakeable, scale))
            : new TargetOutcome.Refused("The burn budget cannot be checked: in no window of the history do all these models have a result.");
    }

    // CVaR grows in proportion to the weights (idle NMR adds nothing), so one factor brings it to the budget exactly.
    private static double? WithinBudget(double[] weights, RiskPolicy limits, WindowReturns scenarios)
    {
        if (limits.BurnBudget >= 1)
            return 1;
        double[] windows = scenarios.OfPortfolio(weights);
        if (windows.Length == 0)
            return null;
        double loss = Cvar.Of(windows, limits.Level);
        return loss <= limits.BurnBudget ? 1 : limits.BurnBudget / loss;
    }
}
