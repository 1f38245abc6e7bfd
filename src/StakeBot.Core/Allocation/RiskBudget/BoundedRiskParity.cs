using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.RiskBudget;

/// <summary>
/// Risk budgets with bounds, in the exact convex form: min ½ w′Σw − κ Σ b_i ln w_i with l ≤ w ≤ u, and that κ for which the weights sum to 1. The assets
/// between their bounds then have risk contributions in proportion to their budgets; one at its cap has less than that, one at its floor more.
/// </summary>
internal sealed class BoundedRiskParity(double[] correlation, double[] deviations, double[] budgets, double[] lower, double[] upper)
{
    private const int MostRounds = 400;
    private const double NoKappa = 1e-30;

    /// <summary>How far the contributions are from their budgets, relative.</summary>
    internal double Residual { get; private set; }

    /// <summary>Solves from a start that ignores the bounds. Null: the floors alone force a whole portfolio, whatever κ.</summary>
    internal double[]? Solve(double[] start)
    {
        double[] weightOf = [.. deviations.Select(s => 1 / s)];
        double[] y = [.. start.Select((w, i) => w * deviations[i])];
        BoundedNewton newton = new(correlation, budgets, Scaled(lower), Scaled(upper), y);
        // Without bounds κ is the variance of the portfolio.
        double first = Quadratic(y), kappa = first, below = 0, above = double.PositiveInfinity;
        for (int round = 0; round < MostRounds; round++)
        {
            newton.Solve(kappa);
            double missing = 1 - TensorPrimitives.Dot<double>(newton.Y, weightOf);
            if (Math.Abs(missing) < 1e-15 || above <= below * (1 + 1e-15))
                break;
            if (missing > 0)
                below = kappa;
            else
                above = kappa;
            if (above < NoKappa * first)
                return null;
            double next = kappa + missing / newton.Slope(kappa, weightOf);
            bool inside = next > below && next < above;
            if (!inside && double.IsInfinity(above))
                next = 4 * kappa;
            else if (!inside)
                next = below > 0 ? Math.Sqrt(below * above) : above / 16;
            if (next == kappa)
                break;
            kappa = next;
        }
        Residual = newton.Residual;
        return [.. newton.Y.Select((value, i) =>
            value >= upper[i] * deviations[i] ? upper[i] : value <= lower[i] * deviations[i] ? lower[i] : value / deviations[i])];
    }

    private double[] Scaled(double[] bounds) => [.. bounds.Select((bound, i) => bound * deviations[i])];

    private double Quadratic(double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
            sum += y[i] * TensorPrimitives.Dot<double>(correlation.AsSpan(i * y.Length, y.Length), y);
        return sum;
    }
}
