using System.Numerics.Tensors;
using StakeBot.Core.Allocation.MeanVariance;

namespace StakeBot.Core.Allocation;

/// <summary>The whole exact mean–variance frontier (Markowitz 1956), traced upward from minimum variance.</summary>
public static class CriticalLine
{
    /// <summary>Traces every corner portfolio of min ½w′Σw − λμ′w, 1′w = 1, l ≤ w ≤ u, for λ from 0 upward.</summary>
    public static FrontierOutcome Trace(Moments moments, Bounds bounds)
    {
        if (moments.Count != bounds.Count)
            throw new ArgumentException($"{moments.Count} assets, {bounds.Count} bounds.", nameof(bounds));
        if (Feasibility.Objection(bounds) is { } objection)
            return objection;
        int n = moments.Count;
        double[] ones = new double[n];
        Array.Fill(ones, 1);
        var program = new QuadraticProgram(moments.Covariance, n, [.. Enumerable.Range(0, n)], [.. bounds.Lower], [.. bounds.Upper], [ones], [1]);
        double[] start = new double[n];
        int last = FeasibleVertex.Fill(program, start);
        var set = new ActiveSet(program, start, [last]);
        LeastRisk.Reach(set);

        double top = TensorPrimitives.Max<double>(moments.Mean), range = top - TensorPrimitives.Min<double>(moments.Mean);
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(moments.Mean));
        var answer = new Answer(moments, bounds, program.Unit);
        if (range <= 1e-12 * largest)
        {
            answer.Add(0, set.X);
            return new FrontierOutcome.Solved(answer.Finish());
        }
        double scale = program.Unit / range;
        double[] slope = [.. moments.Mean.Select(m => (top - m) * scale)];
        double noise = 2.3e-16 * program.Unit * Math.Max(1, largest / range);
        var path = new ParametricPath(set, new double[n], slope, noise);
        path.Follow(1e-3 * program.Unit / noise, moveToEnd: false, (theta, x, _) => answer.Add(theta * scale, [.. x]));
        return new FrontierOutcome.Solved(answer.Finish());
    }
}
