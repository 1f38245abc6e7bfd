using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Follows the solutions of min ½x′Σx + (c + θd)′x, Ax = b, l ≤ x ≤ u, while θ rises (parametric active set; Best 1996). Between events
/// the free variables move along −H⁻¹Z′d; an event is a free variable at a bound or the reduced gradient r = g − A′π of a held one at 0.
/// </summary>
internal sealed class ParametricPath
{
    private const double Rounding = 1e-14;

    private readonly ActiveSet _set;
    private readonly QuadraticProgram _program;
    private readonly double[] _constant;
    private readonly double[] _slope;
    private readonly double _tieSlope;
    private readonly double[] _gradient;
    private readonly double[] _reduced;
    private readonly double[] _move;
    private readonly double[] _turn;
    private readonly double[] _pi;
    private readonly bool[] _refused;
    private readonly int[] _support;
    private double _theta;
    private int _lastHeld = -1;

    /// <summary>Starts at θ = 0 from a set that is optimal there.</summary>
    /// <param name="set">The solution at θ = 0; it is moved along.</param>
    /// <param name="constant">c.</param>
    /// <param name="slope">d.</param>
    /// <param name="slopeNoise">What rounding leaves undecided in d.</param>
    public ParametricPath(ActiveSet set, double[] constant, double[] slope, double slopeNoise)
    {
        _set = set;
        _program = set.Program;
        _constant = constant;
        _slope = slope;
        _tieSlope = 1e3 * slopeNoise;
        int n = _program.Count;
        _gradient = new double[n];
        _reduced = new double[n];
        _move = new double[n];
        _turn = new double[n];
        _pi = new double[_program.Rows.Length];
        _refused = new bool[n];
        _support = new int[n];
    }

    /// <summary>Follows the path until no event is left before <paramref name="end"/>.</summary>
    /// <param name="end">The last θ.</param>
    /// <param name="moveToEnd">Whether to go on from the last event to θ = end.</param>
    /// <param name="corner">Told θ and x wherever a part of the path begins or ends.</param>
    public void Follow(double end, bool moveToEnd, Action<double, double[]>? corner = null)
    {
        for (int pivot = 0; pivot < 100 * _program.Count + 1000; pivot++)
        {
            Correct();
            Turn();
            (double step, int v) = NextEvent();
            double reach = Math.Abs(TensorPrimitives.MaxMagnitude<double>(_move));
            if (v < 0 || _theta + step >= end)
            {
                if (moveToEnd)
                    Move(_move, end - _theta, end);
                corner?.Invoke(_theta, _set.X);
                return;
            }
            if (step * reach > 1e-13)
            {
                corner?.Invoke(_theta, _set.X);
                _lastHeld = -1;
            }
            Move(_move, step, _theta + step);
            if (_set.Places[v] == Place.Free)
                Hold(v, _move[v] > 0);
            else
                Release(v);
        }
        throw new InvalidOperationException("The frontier was not traced to its end: the active set cycles.");
    }

    /// <summary>Recomputes gradient and multipliers from x and takes out what rounding has left of r on the free variables.</summary>
    private void Correct()
    {
        double[] x = _set.X;
        for (int refinement = 0; ; refinement++)
        {
            _program.Gradient(x, Support(x), _gradient);
            TensorPrimitives.Add(_gradient, _constant, _reduced);
            TensorPrimitives.MultiplyAdd(_slope, _theta, _reduced, _reduced);
            double scale = Math.Abs(TensorPrimitives.MaxMagnitude<double>(_reduced));
            _set.Free.Basis.Multipliers(_reduced, _pi);
            Price(_reduced, _pi);
            double residual = 0;
            foreach (int v in _set.Free.OthersSpan)
                residual = Math.Max(residual, Math.Abs(_reduced[v]));
            if (residual <= Rounding * scale || refinement == 3)
                return;
            _set.Free.NewtonStep(_reduced, _move);
            double share = 1;
            for (int v = 0; v < x.Length; v++)
            {
                if (_move[v] > 0)
                    share = Math.Min(share, (_program.Upper[v] - x[v]) / _move[v]);
                else if (_move[v] < 0)
                    share = Math.Min(share, (_program.Lower[v] - x[v]) / _move[v]);
            }
            Move(_move, Math.Max(0, share), _theta);
        }
    }

    /// <summary>dx/dθ into _move, dr/dθ into _turn.</summary>
    private void Turn()
    {
        _slope.CopyTo(_turn, 0);
        Span<double> pi = stackalloc double[_pi.Length];
        _set.Free.Basis.Multipliers(_turn, pi);
        Price(_turn, pi);
        _set.Free.NewtonStep(_turn, _move);
        _program.Gradient(_move, Support(_move), _turn);
        TensorPrimitives.Add(_turn, _slope, _turn);
        _set.Free.Basis.Multipliers(_turn, pi);
        Price(_turn, pi);
    }

    /// <summary>The nearest event: a free variable at a bound, or a held one whose reduced gradient reaches 0; v = −1 when none is left.</summary>
    private (double Step, int Variable) NextEvent()
    {
        double nearest = double.PositiveInfinity;
        int variable = -1;
        double still = Rounding * Math.Abs(TensorPrimitives.MaxMagnitude<double>(_move));
        double level = Math.Max(Rounding * Math.Abs(TensorPrimitives.MaxMagnitude<double>(_slope)), 1e-15 * _program.Unit * still / Rounding);
        double[] x = _set.X;
        for (int v = 0; v < x.Length; v++)
        {
            double step = double.PositiveInfinity;
            switch (_set.Places[v])
            {
                case Place.Free when _move[v] > still:
                    step = (_program.Upper[v] - x[v]) / _move[v];
                    break;
                case Place.Free when _move[v] < -still:
                    step = (_program.Lower[v] - x[v]) / _move[v];
                    break;
                case Place.Lower when _turn[v] < -level && MayMove(v):
                    step = Math.Max(0, _reduced[v]) / -_turn[v];
                    break;
                case Place.Upper when _turn[v] > level && MayMove(v):
                    step = Math.Max(0, -_reduced[v]) / _turn[v];
                    break;
            }
            if (step < nearest)
                (nearest, variable) = (step, v);
        }
        return (nearest, variable);
    }

    private bool MayMove(int v) => !_refused[v] && v != _lastHeld && _program.Lower[v] < _program.Upper[v];

    private void Hold(int v, bool atUpper)
    {
        _set.Free.Drop(v);
        _set.Hold(v, atUpper);
        _lastHeld = v;
        Array.Clear(_refused);
    }

    /// <summary>
    /// Frees a held variable; where that adds no curvature there is a flat direction: refused when it brings nothing (a copy of what is
    /// free already), followed to its end when it brings return at no risk.
    /// </summary>
    private void Release(int v)
    {
        if (!_set.Free.IsFlat(v, out double curvature))
        {
            _set.Free.Add(v, curvature);
            _set.Places[v] = Place.Free;
            return;
        }
        double[] ray = _move;
        _set.Free.Ray(v, ray);
        double reach = TensorPrimitives.SumOfMagnitudes<double>(ray);
        if (Math.Abs(_turn[v]) <= _tieSlope * reach)
        {
            _refused[v] = true;
            return;
        }
        if (_set.Places[v] == Place.Upper)
            TensorPrimitives.Negate<double>(ray, ray);
        double still = Rounding * Math.Abs(TensorPrimitives.MaxMagnitude<double>(ray));
        double nearest = double.PositiveInfinity;
        int blocking = -1;
        for (int i = 0; i < ray.Length; i++)
        {
            double bound = ray[i] > 0 ? _program.Upper[i] : _program.Lower[i];
            if (Math.Abs(ray[i]) <= still)
                continue;
            double step = (bound - _set.X[i]) / ray[i];
            if (step < nearest)
                (nearest, blocking) = (step, i);
        }
        bool rises = ray[blocking] > 0;
        Move(ray, nearest, _theta);
        if (blocking != v)
        {
            _set.Free.Exchange(blocking, v);
            _set.Places[v] = Place.Free;
        }
        _set.Hold(blocking, rises);
        _lastHeld = blocking;
        Array.Clear(_refused);
    }

    private void Move(ReadOnlySpan<double> direction, double step, double theta)
    {
        double[] x = _set.X;
        for (int v = 0; v < x.Length; v++)
        {
            if (direction[v] != 0)
                x[v] = Math.Clamp(x[v] + step * direction[v], _program.Lower[v], _program.Upper[v]);
        }
        _set.KeepRows();
        _theta = theta;
    }

    /// <summary>g := g − A′π.</summary>
    private void Price(Span<double> gradient, ReadOnlySpan<double> pi)
    {
        for (int i = 0; i < pi.Length; i++)
            TensorPrimitives.MultiplyAdd(_program.Rows[i], -pi[i], gradient, gradient);
    }

    private ReadOnlySpan<int> Support(ReadOnlySpan<double> x)
    {
        int count = 0;
        for (int v = 0; v < x.Length; v++)
        {
            if (x[v] != 0)
                _support[count++] = v;
        }
        return _support.AsSpan(0, count);
    }
}
