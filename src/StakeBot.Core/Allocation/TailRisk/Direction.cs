namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>An edge of the polyhedron, leaving the vertex: how the weights and the edge α change along it. The largest change of a weight is 1.</summary>
internal sealed class Direction(int assets)
{
    private readonly int[] _moving = new int[assets];
    private int _count;

    /// <summary>Change of each weight.</summary>
    internal double[] Weights { get; } = new double[assets];

    /// <summary>Change of α.</summary>
    internal double Edge { get; private set; }

    /// <summary>The assets whose weights change.</summary>
    internal ReadOnlySpan<int> Moving => _moving.AsSpan(0, _count);

    /// <summary>Takes the solution of the working matrix and the asset that enters with <paramref name="sign"/> (none: −1).</summary>
    internal void Set(ReadOnlySpan<int> free, ReadOnlySpan<double> solution, int entering, double sign)
    {
        foreach (int i in Moving)
            Weights[i] = 0;
        _count = 0;
        double largest = entering < 0 ? 0 : 1;
        for (int f = 0; f < free.Length; f++)
            largest = Math.Max(largest, Math.Abs(solution[f]));
        double norm = largest > 0 ? 1 / largest : 1;
        for (int f = 0; f < free.Length; f++)
            Add(free[f], solution[f] * norm);
        if (entering >= 0)
            Add(entering, sign * norm);
        Edge = solution[free.Length] * norm;
    }

    private void Add(int asset, double change)
    {
        Weights[asset] = change;
        _moving[_count++] = asset;
    }
}
