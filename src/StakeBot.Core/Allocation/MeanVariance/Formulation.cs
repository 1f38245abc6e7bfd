using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// The portfolio problem as variables with bounds and rows. An asset is one variable, or two where moving it costs something: what is
/// kept, up to w₀ with the mean μ + c, and what is bought beyond, with μ − c. Each group is a row Σw − s + a = 0 with a slack s between
/// the group's bounds and an a that is 0 once a portfolio has been found.
/// </summary>
internal sealed class Formulation
{
    private readonly Moments _moments;
    private readonly TurnoverCost? _turnover;
    private int _count;

    /// <param name="moments">μ and Σ.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="groups">The rows beyond the budget.</param>
    /// <param name="turnover">The cost of change; null for none.</param>
    /// <param name="order">The assets in the order in which their variables come; it decides ties and nothing else.</param>
    public Formulation(Moments moments, Bounds bounds, ImmutableArray<GroupBound> groups, TurnoverCost? turnover, int[] order)
    {
        _moments = moments;
        _turnover = turnover;
        int most = (turnover is null ? 1 : 2) * moments.Count + 2 * groups.Length;
        int[] asset = new int[most];
        double[] lower = new double[most], upper = new double[most];
        Mean = new double[most];

        void Add(int i, double least, double greatest, double mean) =>
            (asset[_count], lower[_count], upper[_count], Mean[_count++]) = (i, least, greatest, mean);

        foreach (int i in order)
        {
            double l = bounds.Lower[i], u = bounds.Upper[i], mean = moments.Mean[i];
            double held = turnover is null ? l : Math.Clamp(turnover.Present[i], l, u), cost = turnover?.Rate ?? 0;
            if (held > l)
                Add(i, l, held, mean + cost);
            if (held < u || held == l)
                Add(i, held > l ? 0 : l, held > l ? u - held : u, mean - cost);
        }
        Parts = _count;
        foreach (GroupBound group in groups)
        {
            double least = group.Members.Sum(i => bounds.Lower[i]), greatest = group.Members.Sum(i => bounds.Upper[i]);
            Add(-1, Math.Max(group.Lower, Math.Min(group.Upper, least - 1)), Math.Min(group.Upper, Math.Max(group.Lower, greatest + 1)), 0);
        }
        foreach (GroupBound _ in groups)
            Add(-1, 0, 0, 0);

        Array.Resize(ref asset, _count);
        Mean = Mean[.._count];
        Program = new QuadraticProgram(
            moments.Covariance, moments.Count, asset, lower[.._count], upper[.._count], Rows(asset, groups), [1, .. groups.Select(_ => 0.0)]);
    }

    /// <summary>The variables, rows and bounds.</summary>
    public QuadraticProgram Program { get; }

    /// <summary>Expected return of each variable, net of what its movement costs.</summary>
    public double[] Mean { get; }

    /// <summary>How many variables are parts of assets; the slacks of the groups follow, and then their a.</summary>
    public int Parts { get; }

    /// <summary>w, from the parts.</summary>
    public double[] Weights(double[] x)
    {
        if (Program.IsPlain)
            return x.AsSpan(0, Parts).ToArray();
        double[] weights = new double[_moments.Count];
        for (int v = 0; v < Parts; v++)
            weights[Program.Asset[v]] += x[v];
        return weights;
    }

    /// <summary>The solution that belongs to weights which copies have shared since; x itself where an asset has two parts.</summary>
    public double[] Solution(double[] x, double[] weights)
    {
        if (Program.IsPlain)
            return weights;
        double[] solution = [.. x];
        for (int v = 0; _turnover is null && v < Parts; v++)
            solution[v] = weights[Program.Asset[v]];
        return solution;
    }

    /// <summary>Expected return of w, net of the cost of getting there.</summary>
    public double Return(ReadOnlySpan<double> weights) =>
        TensorPrimitives.Dot(_moments.Mean, weights) - (_turnover?.Of(weights) ?? 0);

    private double[][] Rows(int[] asset, ImmutableArray<GroupBound> groups)
    {
        double[] budget = new double[_count];
        budget.AsSpan(0, Parts).Fill(1);
        var rows = new double[1 + groups.Length][];
        rows[0] = budget;
        for (int g = 0; g < groups.Length; g++)
        {
            double[] row = rows[g + 1] = new double[_count];
            for (int v = 0; v < Parts; v++)
                row[v] = groups[g].Members.Contains(asset[v]) ? 1 : 0;
            row[Parts + g] = -1;
            row[Parts + groups.Length + g] = 1;
        }
        return rows;
    }
}
