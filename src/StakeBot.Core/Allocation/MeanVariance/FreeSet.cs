namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// The variables that may move: the basis, which keeps the rows, and the others (S), which carry the curvature. A movement q of S moves
/// x by Zq, z_a = e_a − Σ_i Y_ia e_{B_i}; the reduced Hessian is H = Z′ΣZ = LL′. Differences against the basis, never Σ⁻¹: an asset
/// without variance is harmless.
/// </summary>
internal sealed class FreeSet
{
    /// <summary>Above this share of its rounding bound a curvature is real; below, the direction is flat.</summary>
    private const double FlatTolerance = 1e-13;

    private readonly QuadraticProgram _program;
    private readonly Basis _basis;
    private readonly CholeskyFactor _factor = new();
    private readonly double[] _entering;
    private readonly double[] _others;

    public FreeSet(QuadraticProgram program, Basis basis)
    {
        _program = program;
        _basis = basis;
        Others = new int[program.Count];
        _entering = new double[program.Count];
        _others = new double[program.Count];
    }

    public Basis Basis => _basis;

    /// <summary>S, of which the first <see cref="Count"/> are meant.</summary>
    public int[] Others { get; }

    public int Count { get; private set; }

    public ReadOnlySpan<int> OthersSpan => Others.AsSpan(0, Count);

    /// <summary>Writes x := x + Zq with q = −H⁻¹r_S into <paramref name="step"/>, which is zero elsewhere.</summary>
    public void NewtonStep(ReadOnlySpan<double> reduced, Span<double> step)
    {
        Span<double> q = _others.AsSpan(0, Count);
        for (int a = 0; a < Count; a++)
            q[a] = -reduced[Others[a]];
        _factor.Forward(q);
        _factor.Backward(q);
        Expand(q, step);
    }

    /// <summary>Looks at the direction in which <paramref name="v"/> rises while the free variables make room at least risk.</summary>
    /// <returns>Whether risk has no curvature that way (up to rounding).</returns>
    public bool IsFlat(int v, out double curvature)
    {
        Span<double> y = _entering.AsSpan(0, Count);
        double own = Column(v, y, Count);
        _factor.Forward(y);
        curvature = own - System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(y);
        double scale = _program.Curvature(v, v);
        foreach (int b in _basis.Variables)
            scale += _program.Curvature(b, b);
        if (curvature > 1e-6 * scale)
            return false;
        double[] direction = new double[_program.Count];
        Ray(v, direction);
        double reach = Math.Sqrt(_program.Curvature(v, v));
        foreach (int b in _basis.Variables)
            reach += Math.Abs(direction[b]) * Math.Sqrt(_program.Curvature(b, b));
        foreach (int a in OthersSpan)
            reach += Math.Abs(direction[a]) * Math.Sqrt(_program.Curvature(a, a));
        return curvature <= FlatTolerance * reach * reach;
    }

    /// <summary>Takes in the variable of the last <see cref="IsFlat"/>.</summary>
    public void Add(int v, double curvature)
    {
        _factor.Append(_entering.AsSpan(0, Count), Math.Sqrt(curvature));
        Others[Count++] = v;
    }

    /// <summary>The direction of the last <see cref="IsFlat"/>: v rises by 1.</summary>
    public void Ray(int v, Span<double> direction)
    {
        Span<double> q = _others.AsSpan(0, Count);
        _entering.AsSpan(0, Count).CopyTo(q);
        _factor.Backward(q);
        System.Numerics.Tensors.TensorPrimitives.Negate<double>(q, q);
        Expand(q, direction);
        direction[v] = 1;
        Span<double> y = stackalloc double[_basis.Count];
        _basis.Column(v, y);
        for (int i = 0; i < y.Length; i++)
            direction[_basis.Variables[i]] -= y[i];
    }

    /// <summary>Takes out a variable that has reached a bound; a basic one hands its row to another.</summary>
    public void Drop(int v)
    {
        int position = OthersSpan.IndexOf(v);
        if (position >= 0)
        {
            _factor.Remove(position);
            RemoveOther(position);
            return;
        }
        int row = Array.IndexOf(_basis.Variables, v);
        int heir = Heir(row);
        int variable = Others[heir];
        RemoveOther(heir);
        _basis.Replace(row, variable);
        Refactor();
    }

    /// <summary>Takes out one variable and takes in another along which it left.</summary>
    public void Exchange(int leaving, int entering)
    {
        int position = OthersSpan.IndexOf(leaving);
        if (position >= 0)
        {
            Others[position] = entering;
            Refactor();
            return;
        }
        Others[Count++] = entering;
        Drop(leaving);
    }

    /// <summary>Factorises H afresh.</summary>
    public void Refactor()
    {
        _factor.Clear();
        for (int a = 0; a < Count; a++)
        {
            Span<double> y = _entering.AsSpan(0, a);
            double own = Column(Others[a], y, a);
            _factor.Forward(y);
            double pivot = own - System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(y);
            _factor.Append(y, Math.Sqrt(Math.Max(pivot, FlatTolerance * _program.Curvature(Others[a], Others[a]))));
        }
    }

    /// <summary>h_a = z_a′Σz_v for the first <paramref name="count"/> of S; returns z_v′Σz_v.</summary>
    private double Column(int v, Span<double> h, int count)
    {
        int m = _basis.Count;
        Span<double> yv = stackalloc double[m], ya = stackalloc double[m], atBasis = stackalloc double[m];
        _basis.Column(v, yv);
        for (int i = 0; i < m; i++)
            atBasis[i] = Slope(v, yv, _basis.Variables[i]);
        for (int a = 0; a < count; a++)
        {
            double sum = Slope(v, yv, Others[a]);
            _basis.Column(Others[a], ya);
            for (int i = 0; i < m; i++)
                sum -= ya[i] * atBasis[i];
            h[a] = sum;
        }
        double own = Slope(v, yv, v);
        for (int i = 0; i < m; i++)
            own -= yv[i] * atBasis[i];
        return own;
    }

    /// <summary>(Σz_v)_a.</summary>
    private double Slope(int v, ReadOnlySpan<double> yv, int a)
    {
        double sum = _program.Curvature(v, a);
        for (int i = 0; i < yv.Length; i++)
            sum -= yv[i] * _program.Curvature(_basis.Variables[i], a);
        return sum;
    }

    private void Expand(ReadOnlySpan<double> q, Span<double> step)
    {
        step.Clear();
        Span<double> y = stackalloc double[_basis.Count];
        for (int a = 0; a < Count; a++)
        {
            step[Others[a]] = q[a];
            _basis.Column(Others[a], y);
            for (int i = 0; i < y.Length; i++)
                step[_basis.Variables[i]] -= y[i] * q[a];
        }
    }

    /// <summary>The free variable that takes over a row: a safe pivot, and among those the least variance, for the sake of the differences.</summary>
    private int Heir(int row)
    {
        Span<double> y = stackalloc double[_basis.Count];
        double largest = 0;
        for (int a = 0; a < Count; a++)
        {
            _basis.Column(Others[a], y);
            largest = Math.Max(largest, Math.Abs(y[row]));
        }
        int heir = -1;
        for (int a = 0; a < Count; a++)
        {
            _basis.Column(Others[a], y);
            if (Math.Abs(y[row]) > 0.1 * largest
                && (heir < 0 || _program.Curvature(Others[a], Others[a]) < _program.Curvature(Others[heir], Others[heir])))
            {
                heir = a;
            }
        }
        return heir >= 0 && largest > 1e-9 ? heir : throw new InvalidOperationException("No free variable can keep the row of the one that left.");
    }

    private void RemoveOther(int position)
    {
        OthersSpan[(position + 1)..].CopyTo(Others.AsSpan(position));
        Count--;
    }
}
