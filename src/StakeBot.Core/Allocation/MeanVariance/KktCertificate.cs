using System.Numerics;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Checks an answer against the conditions of optimality: residual = max(|g_F − γ|, (γ − g_j)⁺ at lower bounds, (g_j − γ)⁺ at upper
/// bounds) / scale.
/// </summary>
internal static class KktCertificate
{
    /// <param name="weights">w.</param>
    /// <param name="gradient">g.</param>
    /// <param name="lower">l.</param>
    /// <param name="upper">u.</param>
    /// <param name="gamma">γ; null for the mean of g over the free assets.</param>
    /// <param name="scale">What the residual is relative to.</param>
    public static (double BoundViolation, double Residual) Of(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> gradient, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, double? gamma, double scale)
    {
        Vector<double> least = new(double.PositiveInfinity), greatest = new(double.NegativeInfinity);
        Vector<double> outside = Vector<double>.Zero, sum = Vector<double>.Zero, free = Vector<double>.Zero;
        ref double atW = ref MemoryMarshal.GetReference(weights), atG = ref MemoryMarshal.GetReference(gradient);
        ref double atL = ref MemoryMarshal.GetReference(lower), atU = ref MemoryMarshal.GetReference(upper);
        int width = Vector<double>.Count, j = 0;
        for (; j + width <= weights.Length; j += width)
        {
            Vector<double> w = Vector.LoadUnsafe(ref atW, (nuint)j), g = Vector.LoadUnsafe(ref atG, (nuint)j);
            Vector<double> l = Vector.LoadUnsafe(ref atL, (nuint)j), u = Vector.LoadUnsafe(ref atU, (nuint)j);
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
        double level = gamma ?? (count > 0 ? total / count : (lowest + highest) / 2);
        double residual = double.IsFinite(level) ? Math.Max(0, Math.Max(level - lowest, highest - level)) : 0;
        return (violation, residual / scale);
    }
}
