using System.Collections.Immutable;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Checks an answer, from its weights alone, against the conditions of optimality. g = Σw − λμ, γ = mean of g over the free assets;
/// residual = max(|g_F − γ|, (γ − g_j)⁺ at lower bounds, (g_j − γ)⁺ at upper bounds) / max|g|.
/// </summary>
internal static class KktCertificate
{
    public static Certificate Worst(Certificate a, Certificate b) => new(
        Math.Max(a.BudgetError, b.BudgetError),
        Math.Max(a.BoundViolation, b.BoundViolation),
        Math.Max(a.KktResidual, b.KktResidual));

    /// <param name="weights">w.</param>
    /// <param name="covarianceWithPortfolio">Σw.</param>
    /// <param name="lambda">λ.</param>
    /// <param name="mean">μ.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="floor">What max|g| counts at least: a riskless portfolio has g = 0 up to rounding.</param>
    public static Certificate Of(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> covarianceWithPortfolio, double lambda, double[] mean, Bounds bounds, double floor)
    {
        ImmutableArray<double> lower = bounds.Lower, upper = bounds.Upper;
        double budget = -1, outside = 0, largest = floor, sum = 0, least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        int free = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            double w = weights[j], g = covarianceWithPortfolio[j] - lambda * mean[j];
            budget += w;
            outside = Math.Max(outside, Math.Max(lower[j] - w, w - upper[j]));
            largest = Math.Max(largest, Math.Abs(g));
            if (w > lower[j] && w < upper[j])
            {
                sum += g;
                free++;
            }
            if (w < upper[j])
                least = Math.Min(least, g);
            if (w > lower[j])
                greatest = Math.Max(greatest, g);
        }
        double gamma = free > 0 ? sum / free : (least + greatest) / 2;
        double residual = double.IsFinite(gamma) ? Math.Max(0, Math.Max(gamma - least, greatest - gamma)) / largest : 0;
        return new Certificate(Math.Abs(budget), outside, residual);
    }
}
