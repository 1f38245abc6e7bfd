namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>A vertex of the budget and the bounds: everything at its lower bound, then filled up in order of variance.</summary>
internal static class FeasibleVertex
{
    /// <summary>Fills x up to the budget and returns the variable that takes the last part.</summary>
    public static int Fill(QuadraticProgram program, double[] x)
    {
        int[] order = [.. Enumerable.Range(0, x.Length)];
        double[] variance = [.. order.Select(v => program.Curvature(v, v))];
        Array.Sort(variance, order);
        program.Lower.CopyTo(x, 0);
        double rest = program.Totals[0] - x.Sum();
        int last = order[0];
        foreach (int v in order)
        {
            double room = program.Upper[v] - program.Lower[v];
            if (room <= 0)
                continue;
            last = v;
            if (room >= rest)
                break;
            x[v] = program.Upper[v];
            rest -= room;
        }
        return last;
    }
}
