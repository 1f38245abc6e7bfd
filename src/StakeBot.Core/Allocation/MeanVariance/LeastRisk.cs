namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Least risk, reached along a path of its own: with h = s − Σx₀ and signs of s that suit the bounds, any vertex x₀ solves
/// min ½x′Σx + (1 − θ)h′x at θ = 0, and θ = 1 is the problem itself. No unbounded first step, no Σ⁻¹, no tie at the start.
/// </summary>
internal static class LeastRisk
{
    public static void Reach(ActiveSet set)
    {
        QuadraticProgram program = set.Program;
        int n = program.Count;
        double[] pull = new double[n];
        int[] support = [.. Enumerable.Range(0, n).Where(v => set.X[v] != 0)];
        program.Gradient(set.X, support, pull);
        double[] slope = new double[n];
        for (int v = 0; v < n; v++)
        {
            double lift = program.Unit * (1 + Spread(v));
            double sign = set.Places[v] switch { Place.Lower => 1, Place.Upper => -1, _ => 0 };
            pull[v] = sign * lift - pull[v];
            slope[v] = -pull[v];
        }
        new ParametricPath(set, pull, slope, 1e-16 * program.Unit).Follow(1, moveToEnd: true);
    }

    /// <summary>Distinct numbers in [0, 1): multiples of the golden ratio.</summary>
    private static double Spread(int v) => (v + 1) * 0.6180339887498949 % 1;
}
