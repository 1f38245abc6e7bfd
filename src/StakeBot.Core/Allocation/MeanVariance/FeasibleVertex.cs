namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>A portfolio to start from, when the budget is the only row: everything at its lower bound, then filled up in order of variance.</summary>
internal static class FeasibleVertex
{
    public static ActiveSet Fill(QuadraticProgram program)
    {
        int n = program.Count;
        int[] order = [.. Enumerable.Range(0, n)];
        double[] variance = [.. order.Select(v => program.Curvature(v, v))];
        Array.Sort(variance, order);
        double[] x = [.. program.Lower];
        var places = new Place[n];
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
            places[v] = Place.Upper;
            rest -= room;
        }
        places[last] = Place.Free;
        var set = new ActiveSet(program, x, places, [last]);
        set.KeepRows();
        return set;
    }
}
