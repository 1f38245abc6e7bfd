using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// The variables that may move: the basis, which keeps the rows, and the others (S), which carry the curvature. A movement q of S moves
/// x by Zq with z_a = e_a − Σ_i Y_ia e_{B_i}; the reduced Hessian is H = Z′ΣZ = LL′. Differences from the basis, never Σ⁻¹: an asset
/// without variance is harmless.
/// </summary>
internal sealed class FreeSet
{
    /// <summary>The basis should vary least, or the differences lose digits; it is changed for a variable this much calmer.</summary>
    private const double Calmer = 0.1;

    private readonly QuadraticProgram _program;
    private readonly CholeskyFactor _factor = new();
    private readonly FlatDirection _flat;
    private readonly int[] _members;
    private readonly int _rows;
    private readonly double[] _solution;
    private readonly double[] _entering;

    public FreeSet(QuadraticProgram program, int[] basis)
    {
        _program = program;
        _rows = basis.Length;
        _members = new int[_rows + program.Count];
        basis.CopyTo(_members, 0);
        Basis = new Basis(program, _members);
        _flat = new FlatDirection(program);
        _solution = new double[program.Count];
        _entering = new double[program.Count];
    }

    public Basis Basis { get; }

    /// <summary>|S|.</summary>
    public int Count { get; private set; }

    /// <summary>S.</summary>
    public ReadOnlySpan<int> Others => _members.AsSpan(_rows, Count);

    /// <summary>The basis and S.</summary>
    public ReadOnlySpan<int> Members => _members.AsSpan(0, _rows + Count);

    /// <summary>The largest movement of a free variable.</summary>
    public double Longest(ReadOnlySpan<double> move)
    {
        double longest = 0;
        foreach (int v in Members)
            longest = Math.Max(longest, Math.Abs(move[v]));
        return longest;
    }

    /// <summary>Writes the movement Zq, Hq = −Z′g, into the free places of <paramref name="step"/>.</summary>
    /// <param name="gradient">g.</param>
    /// <param name="multipliers">π with B′π = g_B, so that (Z′g)_a = g_a − a_a′π.</param>
    /// <param name="step">The movement of every variable; those that are not free keep what they have.</param>
    public void Newton(ReadOnlySpan<double> gradient, ReadOnlySpan<double> multipliers, Span<double> step)
    {
        Span<double> q = _solution.AsSpan(0, Count);
        for (int a = 0; a < q.Length; a++)
        {
            int v = _members[_rows + a];
            double reduced = gradient[v];
            for (int i = 0; i < _rows; i++)
                reduced -= multipliers[i] * _program.Rows[i][v];
            q[a] = -reduced;
        }
        _factor.Forward(q);
        _factor.Backward(q);
        Expand(q, step);
    }

    /// <summary>
    /// Tries to take in a held variable. It is refused when, with the free variables making room at least risk, its movement has no
    /// curvature; then <paramref name="ray"/> is that flat movement, in which the variable rises by 1.
    /// </summary>
    public bool TryAdd(int v, Span<double> ray)
    {
        if (IsFlat(v, ray, out double curvature))
            return false;
        Append(v, curvature);
        Span<double> y = stackalloc double[_rows];
        Basis.Column(v, y);
        for (int i = 0; i < _rows; i++)
        {
            int b = _members[i];
            if (Math.Abs(y[i]) < 0.1 || _program.Curvature(v, v) > Calmer * _program.Curvature(b, b))
                continue;
            (_members[i], _members[_rows + Count - 1]) = (v, b);
            Basis.Invert();
            Refactor();
            break;
        }
        return true;
    }

    /// <summary>Takes out a variable that has reached a bound; a basic one leaves its row to an heir.</summary>
    public void Drop(int v)
    {
        int position = Members.IndexOf(v);
        if (position >= _rows)
        {
            _factor.Remove(position - _rows);
            RemoveAt(position);
            return;
        }
        int heir = Heir(position);
        _members[position] = _members[heir];
        RemoveAt(heir);
        Basis.Invert();
        Refactor();
    }

    /// <summary>Takes out a variable that has reached a bound on a flat movement, and takes in the one that moved it.</summary>
    public void Exchange(int leaving, int entering)
    {
        int position = Members.IndexOf(leaving);
        if (position >= _rows)
        {
            _members[position] = entering;
            Refactor();
            return;
        }
        _members[_rows + Count++] = entering;
        Drop(leaving);
    }

    /// <summary>Factorises H afresh.</summary>
    public void Refactor()
    {
        int count = Count;
        Count = 0;
        _factor.Clear();
        while (Count < count)
        {
            int v = _members[_rows + Count];
            bool flat = IsFlat(v, _flat.Scratch, out double curvature);
            Append(v, flat ? Math.Max(_flat.Noise, 1e-13 * _program.Unit) : curvature);
        }
    }

    private void Append(int v, double curvature)
    {
        _factor.Append(_entering.AsSpan(0, Count), Math.Sqrt(curvature));
        _members[_rows + Count++] = v;
    }

    /// <summary>Leaves y = L⁻¹h in _entering, h_a = z_a′Σz_v, and gives the curvature z_v′Σz_v − y′y of the movement that v adds.</summary>
    private bool IsFlat(int v, Span<double> ray, out double curvature)
    {
        Span<double> y = _entering.AsSpan(0, Count);
        double own = Column(v, y);
        _factor.Forward(y);
        curvature = own - TensorPrimitives.SumOfSquares<double>(y);
        if (!_flat.IsSuspect(curvature, v, Basis.Variables))
            return false;
        Ray(v, ray);
        curvature = _flat.Curvature(v, Members, ray);
        return curvature <= _flat.Noise;
    }

    /// <summary>The movement in which v rises by 1 and the free variables make room at least risk.</summary>
    private void Ray(int v, Span<double> ray)
    {
        Span<double> q = _solution.AsSpan(0, Count);
        _entering.AsSpan(0, Count).CopyTo(q);
        _factor.Backward(q);
        TensorPrimitives.Negate<double>(q, q);
        Expand(q, ray);
        Span<double> y = stackalloc double[_rows];
        Basis.Column(v, y);
        for (int i = 0; i < _rows; i++)
            ray[_members[i]] -= y[i];
        ray[v] = 1;
    }

    /// <summary>h_a = z_a′Σz_v for S; returns z_v′Σz_v.</summary>
    private double Column(int v, Span<double> h)
    {
        Span<double> yv = stackalloc double[_rows], ya = stackalloc double[_rows], atBasis = stackalloc double[_rows];
        Basis.Column(v, yv);
        Slopes(v, yv, Basis.Variables, atBasis);
        Slopes(v, yv, Others, h);
        for (int a = 0; a < h.Length; a++)
        {
            Basis.Column(_members[_rows + a], ya);
            for (int i = 0; i < ya.Length; i++)
                h[a] -= ya[i] * atBasis[i];
        }
        Span<double> own = stackalloc double[1];
        Slopes(v, yv, [v], own);
        for (int i = 0; i < yv.Length; i++)
            own[0] -= yv[i] * atBasis[i];
        return own[0];
    }

    /// <summary>(Σz_v)_a for each a.</summary>
    private void Slopes(int v, ReadOnlySpan<double> yv, ReadOnlySpan<int> at, Span<double> slopes)
    {
        slopes.Clear();
        _program.AddRow(v, 1, at, slopes);
        for (int i = 0; i < yv.Length; i++)
            _program.AddRow(_members[i], -yv[i], at, slopes);
    }

    /// <summary>x := Zq.</summary>
    private void Expand(ReadOnlySpan<double> q, Span<double> x)
    {
        Span<double> y = stackalloc double[_rows];
        for (int i = 0; i < _rows; i++)
            x[_members[i]] = 0;
        for (int a = 0; a < q.Length; a++)
        {
            int v = _members[_rows + a];
            x[v] = q[a];
            Basis.Column(v, y);
            for (int i = 0; i < _rows; i++)
                x[_members[i]] -= y[i] * q[a];
        }
    }

    /// <summary>Who takes over a row: a safe pivot, and among those the calmest.</summary>
    private int Heir(int row)
    {
        Span<double> y = stackalloc double[_rows];
        double largest = 0;
        foreach (int v in Others)
        {
            Basis.Column(v, y);
            largest = Math.Max(largest, Math.Abs(y[row]));
        }
        int heir = -1;
        double calmest = double.PositiveInfinity;
        for (int position = _rows; position < _rows + Count; position++)
        {
            int v = _members[position];
            Basis.Column(v, y);
            if (Math.Abs(y[row]) >= 0.1 * largest && largest > 1e-9 && _program.Curvature(v, v) < calmest)
                (heir, calmest) = (position, _program.Curvature(v, v));
        }
        return heir >= 0 ? heir : throw new InvalidOperationException("No free variable can keep the row of the one that leaves.");
    }

    private void RemoveAt(int position)
    {
        _members.AsSpan((position + 1)..(_rows + Count)).CopyTo(_members.AsSpan(position));
        Count--;
    }
}
