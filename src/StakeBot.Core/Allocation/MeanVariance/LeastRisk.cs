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
        double[] pull = new double[n], slope = new double[n];
        program.RiskGradient(set.X, [.. Enumerable.Range(0, n)], slope);
        for (int v = 0; v < n; v++)
        {
            pull[v] = set.Watch[v] * program.Unit * (1 + 0.1 * Spread(v)) - slope[v];
            slope[v] = -pull[v];
        }
        new ParametricPath(set, pull, slope, 2.3e-16 * program.Unit).Follow(1, moveToEnd: true);
    }

    /// <summary>Different numbers in [0, 1) for different v: multiples of the golden ratio.</summary>
    private static double Spread(int v) => (v + 1) * 0.6180339887498949 % 1;
}
