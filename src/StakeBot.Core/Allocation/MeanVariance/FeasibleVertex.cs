using System.Collections.Immutable;
using System.Globalization;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// A portfolio to start from. The budget is filled up in order of variance. Then, group by group, what the group has too little or too
/// much (a in its row) is brought to 0: a linear program, which the path solves like any other, since without curvature every movement
/// is flat. Groups that have not had their turn do not bind yet, so the first that fails is the one to name.
/// </summary>
internal static class FeasibleVertex
{
    private const double Tolerance = 1e-12;

    /// <summary>The portfolio with its active set, or the group that no portfolio can keep.</summary>
    public static (ActiveSet? Set, FrontierOutcome.Infeasible? Objection) Find(Formulation problem, ImmutableArray<GroupBound> groups)
    {
        QuadraticProgram program = problem.Program;
        double[] x = [.. program.Lower];
        int filled = Fill(program, problem.Parts, x);
        if (groups.IsEmpty)
            return (new ActiveSet(program, x, [filled]), null);

        int missing = problem.Parts + groups.Length;
        double wide = 4 + program.Lower.Sum(Math.Abs) + program.Upper.Sum(Math.Abs);
        program.Lower.AsSpan(missing).Fill(-wide);
        program.Upper.AsSpan(missing).Fill(wide);
        var set = new ActiveSet(program.WithoutCurvature(), x, [filled, .. Enumerable.Range(missing, groups.Length)]);
        for (int g = 0; g < groups.Length; g++)
        {
            int a = missing + g;
            Minimise(set, a);
            if (Math.Abs(set.X[a]) > Tolerance)
                return (null, Objection(groups[g], total: set.X[problem.Parts + g] - set.X[a]));
            (program.Lower[a], program.Upper[a], set.X[a]) = (0, 0, 0);
            set.Rewatch(a);
        }
        return (new ActiveSet(program, set.X, [.. set.Free.Basis.Variables]), null);
    }

    private static int Fill(QuadraticProgram program, int parts, double[] x)
    {
        int[] order = [.. Enumerable.Range(0, parts)];
        double[] variance = [.. order.Select(v => program.Curvature(v, v))];
        Array.Sort(variance, order);
        double rest = program.Totals[0] - x.AsSpan(0, parts).ToArray().Sum();
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

    private static void Minimise(ActiveSet set, int a)
    {
        QuadraticProgram program = set.Program;
        double start = set.X[a];
        (program.Lower[a], program.Upper[a]) = (Math.Min(0, start), Math.Max(0, start));
        double[] cost = new double[program.Count];
        cost[a] = Math.Sign(start);
        new ParametricPath(set, new double[program.Count], cost, 1e-16).Follow(1, moveToEnd: false);
    }

    private static FrontierOutcome.Infeasible Objection(GroupBound group, double total)
    {
        bool tooLittle = total < group.Lower;
        double wanted = tooLittle ? group.Lower : group.Upper;
        return new FrontierOutcome.Infeasible(group.Name, string.Create(CultureInfo.InvariantCulture,
            $"{group.Name} cannot have {(tooLittle ? "at least" : "at most")} {wanted:0.######} in all: within the other bounds it has {(tooLittle ? "at most" : "at least")} {total:0.######}, {Math.Abs(wanted - total):0.######} {(tooLittle ? "short" : "over")}; {total:0.######} would do."));
    }
}
