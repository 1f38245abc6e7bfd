namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The working matrix M = [A_BF −e; 1′ 0]: one row per tie and the budget, one column per free asset and the edge α. Everything a vertex needs is a solve
/// with it; it is built and factored afresh at every vertex.
/// </summary>
internal sealed class WorkingMatrix(Holdings holdings, TailRows rows, TieRule rule)
{
    private readonly DenseLu _lu = new();
    private readonly double[] _nudge = new double[holdings.Count];
    private double[] _vertex = [];
    private double[] _nudged = [];
    private double[] _solution = [];
    private bool _nudgeSolved;

    /// <summary>k + 1: the ties or the free assets, and one.</summary>
    internal int Size { get; private set; }

    /// <summary>How α moves, per ε, when the perturbation is switched on.</summary>
    internal double NudgedEdge { get; private set; }

    /// <summary>Builds and factors M. False: singular, which a tie broken wrongly by rounding would cause.</summary>
    internal bool Build()
    {
        ReadOnlySpan<int> free = holdings.Free;
        int k = free.Length;
        Size = k + 1;
        if (rows.Ties != k)
            return false;
        if (_vertex.Length < Size)
        {
            _vertex = new double[2 * Size];
            _nudged = new double[2 * Size];
            _solution = new double[2 * Size];
        }
        Span<double> matrix = _lu.Reserve(Size);
        for (int tie = 0; tie < k; tie++)
        {
            ReadOnlySpan<double> a = rows.Gradient(tie);
            Span<double> row = matrix.Slice(tie * Size, Size);
            for (int f = 0; f < k; f++)
                row[f] = a[free[f]];
            row[k] = -rows.OnEdge(tie);
            (_vertex[tie], _nudged[tie]) = (0, -rows.Nudge(tie));
            foreach (int i in holdings.Held)
                Move(tie, i, a[i]);
        }
        matrix[(k * Size)..].Fill(1);
        matrix[^1] = 0;
        (_vertex[k], _nudged[k]) = (1, 0);
        foreach (int i in holdings.Held)
            Move(k, i, 1);
        _nudgeSolved = false;
        return _lu.Factor();
    }

    /// <summary>The weights of F and, last, α; <paramref name="refined"/> to the last digits.</summary>
    internal ReadOnlySpan<double> Vertex(bool refined)
    {
        Span<double> x = _solution.AsSpan(0, Size);
        _vertex.AsSpan(0, Size).CopyTo(x);
        if (refined)
            _lu.Refines = true;
        _lu.Solve(x);
        return x;
    }

    /// <summary>M′ x = b, in place.</summary>
    internal void Duals(Span<double> b) => _lu.SolveTransposed(b);

    /// <summary>The direction in which one tie lets go, to the tail side or to the other.</summary>
    internal ReadOnlySpan<double> AwayFrom(int tie, bool up)
    {
        Span<double> x = _solution.AsSpan(0, Size);
        rows.ChangeOnRelease(tie, up, x[..^1]);
        x[^1] = 0;
        _lu.Solve(x);
        return x;
    }

    /// <summary>The direction in which an asset enters: its weight changes by <paramref name="change"/>, the ties hold.</summary>
    internal ReadOnlySpan<double> Entering(int asset, double change)
    {
        Span<double> x = _solution.AsSpan(0, Size);
        for (int tie = 0; tie < Size - 1; tie++)
            x[tie] = -change * rows.Gradient(tie)[asset];
        x[Size - 1] = -change;
        _lu.Solve(x);
        return x;
    }

    /// <summary>How the weights move, per ε, when the perturbation is switched on: caps rise by their own number, floors stay.</summary>
    /// <remarks>To be asked for the first time before a free asset changes places.</remarks>
    internal ReadOnlySpan<double> NudgedWeights()
    {
        if (_nudgeSolved)
            return _nudge;
        Array.Clear(_nudge);
        _lu.Solve(_nudged.AsSpan(0, Size));
        ReadOnlySpan<int> free = holdings.Free;
        for (int f = 0; f < free.Length; f++)
            _nudge[free[f]] = _nudged[f];
        foreach (int i in holdings.Held)
        {
            if (holdings.SideOf(i) == Holdings.Side.Upper)
                _nudge[i] = rule.Of(i);
        }
        NudgedEdge = _nudged[free.Length];
        _nudgeSolved = true;
        return _nudge;
    }

    private void Move(int row, int asset, double coefficient)
    {
        if (holdings.SideOf(asset) == Holdings.Side.Free)
            return;
        _vertex[row] -= coefficient * holdings.Weights[asset];
        if (holdings.SideOf(asset) == Holdings.Side.Upper)
            _nudged[row] -= coefficient * rule.Of(asset);
    }
}
