using System.Numerics;
using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Checks an answer, from its weights alone, against the conditions of optimality. g = Σw − λμ, γ = mean of g over the free assets;
/// residual = max(|g_F − γ|, (γ − g_j)⁺ at lower bounds, (g_j − γ)⁺ at upper bounds) / max|g|.
/// </summary>
internal static class KktCertificate
{
    /// <param name="weights">w.</param>
    /// <param name="gradient">g = Σw − λμ.</param>
    /// <param name="lower">l.</param>
    /// <param name="upper">u.</param>
    /// <param name="floor">What max|g| counts at least: a riskless portfolio has g = 0 up to rounding.</param>
    public static Certificate Of(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> gradient, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, double floor)
    {
        Vector<double> least = new(double.PositiveInfinity), greatest = new(double.NegativeInfinity);
        Vector<double> outside = Vector<double>.Zero, sum = Vector<double>.Zero, free = Vector<double>.Zero;
        int width = Vector<double>.Count, j = 0;
        for (; j + width <= weights.Length; j += width)
        {
            Vector<double> w = new(weights[j..]), g = new(gradient[j..]), l = new(lower[j..]), u = new(upper[j..]);
            Vector<long> mayFall = Vector.GreaterThan(w, l), mayRise = Vector.LessThan(w, u), isFree = mayFall & mayRise;
            outside = Vector.Max(outside, Vector.Max(l - w, w - u));
            sum += Vector.ConditionalSelect(isFree, g, Vector<double>.Zero);
            free += Vector.ConditionalSelect(isFree, Vector<double>.One, Vector<double>.Zero);
            least = Vector.Min(least, Vector.ConditionalSelect(mayRise, g, least));
            greatest = Vector.Max(greatest, Vector.ConditionalSelect(mayFall, g, greatest));
        }
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity, violation = 0, total = Vector.Sum(sum), count = Vector.Sum(free);
        for (int lane = 0; lane < width; lane++)
        {
            (lowest, highest) = (Math.Min(lowest, least[lane]), Math.Max(highest, greatest[lane]));
            violation = Math.Max(violation, outside[lane]);
        }
        for (; j < weights.Length; j++)
        {
            double w = weights[j], g = gradient[j];
            bool mayFall = w > lower[j], mayRise = w < upper[j];
            violation = Math.Max(violation, Math.Max(lower[j] - w, w - upper[j]));
            total += mayFall && mayRise ? g : 0;
            count += mayFall && mayRise ? 1 : 0;
            lowest = mayRise ? Math.Min(lowest, g) : lowest;
            highest = mayFall ? Math.Max(highest, g) : highest;
        }
        double gamma = count > 0 ? total / count : (lowest + highest) / 2;
        double residual = double.IsFinite(gamma) ? Math.Max(0, Math.Max(gamma - lowest, highest - gamma)) : 0;
        double scale = Math.Max(floor, Math.Abs(TensorPrimitives.MaxMagnitude(gradient)));
        return new Certificate(Math.Abs(TensorPrimitives.Sum(weights) - 1), violation, residual / scale);
    }

    /// <summary>The worse of two in every respect.</summary>
    public static Certificate Worst(Certificate a, Certificate b) => new(
        Math.Max(a.BudgetError, b.BudgetError),
        Math.Max(a.BoundViolation, b.BoundViolation),
        Math.Max(a.KktResidual, b.KktResidual));
}
