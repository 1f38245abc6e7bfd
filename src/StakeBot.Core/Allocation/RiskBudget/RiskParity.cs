using System.Globalization;
using System.Numerics.Tensors;
using StakeBot.Core.Allocation.RiskBudget;
using StakeBot.Core.Allocation.TailRisk;

namespace StakeBot.Core.Allocation;

/// <summary>
/// Weights whose contributions to the variance, w_i (Σw)_i / w′Σw, are in proportion to budgets; equal budgets make it the portfolio of equal risk
/// contributions (Maillard, Roncalli and Teiletche 2010; solved by Newton's method, Spinu 2013).
/// </summary>
public static class RiskParity
{
    /// <summary>
    /// Solves to max |RC_i / b_i − 1| &lt; 1e-12. Where bounds forbid the answer: min ½ w′Σw − κ Σ b_i ln w_i within the bounds, with the κ for which the
    /// weights sum to 1. The assets between their bounds then contribute in proportion to their budgets, one at its cap less, one at its floor more.
    /// </summary>
    /// <param name="moments">The covariance; the means are used for the return of the answer only.</param>
    /// <param name="bounds">Floors below 0 count as 0: a risk budget has no short side. A cap of 0 leaves the asset out.</param>
    /// <param name="budgets">One positive number for each asset, in any unit; null for equal ones.</param>
    /// <returns>
    /// Solved, with the residual that remains; Infeasible (<c>cap</c>, <c>floor</c>, <c>budget</c>); NoVariance; or NoRisk, when some mixture has none.
    /// </returns>
    /// <exception cref="ArgumentException">Bounds or budgets for another number of assets.</exception>
    public static RiskBudgetOutcome Solve(Moments moments, Bounds bounds, IReadOnlyList<double>? budgets = null)
    {
        if (budgets is not null && budgets.Count != moments.Count)
            throw new ArgumentException($"{budgets.Count} budgets for {moments.Count} assets.", nameof(budgets));
        for (int i = 0; i < moments.Count; i++)
        {
            if (budgets is not null && !(double.IsFinite(budgets[i]) && budgets[i] > 0))
                return new RiskBudgetOutcome.Infeasible("budget", Sentence($"The risk budget of asset {i} is {budgets[i]}: it must be above 0."));
            if (i < bounds.Count && bounds.Upper[i] < 0)
                return new RiskBudgetOutcome.Infeasible("cap", Sentence($"The cap of asset {i} is {bounds.Upper[i]}: risk budgets need caps of at least 0."));
        }
        Bounds longOnly = new([.. bounds.Lower.Select(l => Math.Max(l, 0))], bounds.Upper);
        if (RiskBudgetAnswer.Objection(moments, longOnly) is { } objection)
            return objection;
        if (OnlyPortfolio.Within(longOnly) is { } only)
            return RiskBudgetAnswer.Of(moments, only, 0);
        int[] admitted = [.. Enumerable.Range(0, moments.Count).Where(i => bounds.Upper[i] > 0)];
        if (RiskBudgetAnswer.Still(moments, admitted) is { } still)
            return still;
        return SolveAdmitted(moments, longOnly, admitted, [.. admitted.Select(i => budgets?[i] ?? 1)]);
    }

    private static RiskBudgetOutcome SolveAdmitted(Moments moments, Bounds bounds, int[] admitted, double[] budgets)
    {
        TensorPrimitives.Divide(budgets, TensorPrimitives.Sum<double>(budgets), budgets);
        int n = admitted.Length;
        double[] deviations = [.. admitted.Select(i => Math.Sqrt(moments.Covariance[i * (moments.Count + 1)]))];
        double[] correlation = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                correlation[i * n + j] = i == j ? 1 : moments.Covariance[admitted[i] * moments.Count + admitted[j]] / (deviations[i] * deviations[j]);
        }
        SpinuNewton newton = new(correlation, budgets);
        if (!newton.Solve())
            return new RiskBudgetOutcome.NoRisk("Some mixture of the assets has no risk at all, so that there is none to share.");
        double[] weights = [.. newton.X.Select((x, i) => x / deviations[i])];
        TensorPrimitives.Divide(weights, TensorPrimitives.Sum<double>(weights), weights);
        double residual = newton.Residual;

        double[] lower = [.. admitted.Select(i => bounds.Lower[i])], upper = [.. admitted.Select(i => bounds.Upper[i])];
        if (Enumerable.Range(0, n).Any(i => weights[i] < lower[i] || weights[i] > upper[i]))
        {
            BoundedRiskParity bounded = new(correlation, deviations, budgets, lower, upper);
            if (bounded.Solve(weights) is not { } within)
                return new RiskBudgetOutcome.Infeasible("floor", "The floors alone make up a whole portfolio of least risk, so that no risk is left to share.");
            (weights, residual) = (within, bounded.Residual);
        }
        double[] all = new double[moments.Count];
        for (int i = 0; i < n; i++)
            all[admitted[i]] = weights[i];
        return RiskBudgetAnswer.Of(moments, all, residual);
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
