using System.Numerics;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>The ratio test over many rows: each has a gap ≥ 0 that closes at its rate, and the first one to close stops the step.</summary>
internal static class RatioTest
{
    /// <summary>The least gap / rate over the rows whose gaps close; at most <paramref name="longest"/>. A gap below 0 counts as closed.</summary>
    internal static double FirstStep(ReadOnlySpan<double> gap, ReadOnlySpan<double> rate, double noRate, double longest)
    {
        ReadOnlySpan<Vector<double>> gaps = MemoryMarshal.Cast<double, Vector<double>>(gap), rates = MemoryMarshal.Cast<double, Vector<double>>(rate);
        Vector<double> still = new(noRate), first = new(longest);
        for (int v = 0; v < gaps.Length; v++)
        {
            Vector<double> step = Vector.Max(gaps[v], Vector<double>.Zero) / rates[v];
            first = Vector.ConditionalSelect(Vector.GreaterThan(rates[v], still), Vector.Min(first, step), first);
        }
        double least = longest;
        for (int lane = 0; lane < Vector<double>.Count; lane++)
            least = Math.Min(least, first[lane]);
        for (int t = gaps.Length * Vector<double>.Count; t < gap.Length; t++)
        {
            if (rate[t] > noRate)
                least = Math.Min(least, Math.Max(gap[t], 0) / rate[t]);
        }
        return least;
    }

    /// <summary>The rows whose gaps have closed, up to the tolerance, after that step, and close before <paramref name="longest"/>.</summary>
    internal static void Level(
        ReadOnlySpan<double> gap, ReadOnlySpan<double> rate, double noRate, double step, double longest, double tolerance, List<int> level)
    {
        level.Clear();
        ReadOnlySpan<Vector<double>> gaps = MemoryMarshal.Cast<double, Vector<double>>(gap), rates = MemoryMarshal.Cast<double, Vector<double>>(rate);
        Vector<double> still = new(noRate), length = new(step), limit = new(tolerance);
        for (int v = 0; v < gaps.Length; v++)
        {
            Vector<long> closed = Vector.GreaterThan(rates[v], still) & Vector.LessThanOrEqual(gaps[v] - length * rates[v], limit);
            if (closed == Vector<long>.Zero)
                continue;
            for (int lane = 0; lane < Vector<double>.Count; lane++)
            {
                int t = v * Vector<double>.Count + lane;
                if (closed[lane] != 0 && gap[t] <= longest * rate[t])
                    level.Add(t);
            }
        }
        for (int t = gaps.Length * Vector<double>.Count; t < gap.Length; t++)
        {
            if (rate[t] > noRate && gap[t] - step * rate[t] <= tolerance && gap[t] <= longest * rate[t])
                level.Add(t);
        }
    }
}
