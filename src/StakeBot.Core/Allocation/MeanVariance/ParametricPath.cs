using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Follows the solutions of min ½x′Σx + (c + θd)′x, Ax = b, l ≤ x ≤ u, while θ rises (parametric active set; Best 1996). Between events
/// the free variables move along −H⁻¹Z′d; an event is a free variable at a bound, or the reduced gradient r = Σx + c + θd − A′π of a held
/// one at 0. x, π and r are corrected from their definition at every event, so nothing adds up.
/// </summary>
internal sealed class ParametricPath
{
    private const double Rounding = 1e-14;

    /// <summary>A part of the path this short, in θ or in x, is no part: several events coincide there.</summary>
    private const double Instant = 1e-13;

    /// <summary>After so many events without a movement the lowest index decides (Bland's rule, against cycling).</summary>
    private const int Patience = 40;

    private readonly ActiveSet _set;
    private readonly QuadraticProgram _program;
    private readonly RatioTest _ratio;
    private readonly RiskGradient _risk;
    private readonly double[] _constant;
    private readonly double[] _slope;
    private readonly double _steepest;
    private readonly double _tie;
    private readonly double[] _reduced;
    private readonly double[] _move;
    private readonly double[] _turn;
    private readonly double[] _multipliers;
    private double _theta;
    private int _stalled;
    private int _justHeld = -1;

    /// <summary>Starts at θ = 0.</summary>
    /// <param name="set">The solution at θ = 0; it is moved along.</param>
    /// <param name="constant">c.</param>
    /// <param name="slope">d.</param>
    /// <param name="slopeNoise">What rounding leaves undecided in d.</param>
    public ParametricPath(ActiveSet set, double[] constant, double[] slope, double slopeNoise)
    {
        _set = set;
        _set.Unbar();
        _program = set.Program;
        _ratio = new RatioTest(set);
        _risk = new RiskGradient(set);
        _constant = constant;
        _slope = slope;
        _steepest = Largest(slope);
        _tie = 1e3 * slopeNoise;
        _reduced = new double[_program.Count];
        _move = new double[_program.Count];
        _turn = new double[_program.Count];
        _multipliers = new double[_program.Rows.Length];
    }

    /// <summary>Follows the path until no event is left before <paramref name="end"/>.</summary>
    /// <param name="end">The last θ.</param>
    /// <param name="moveToEnd">Whether to go on from the last event to θ = end.</param>
    /// <param name="corner">Told θ, x and π wherever the path changes direction, and at both of its ends.</param>
    public void Follow(double end, bool moveToEnd, Action<double, double[], double[]>? corner = null)
    {
        int most = 100 * _program.Count + 1000;
        for (int events = 0; events < most; events++)
        {
            Correct();
            Turn();
            (double step, int v) = NextEvent();
            if (v < 0 || _theta + step >= end)
            {
                corner?.Invoke(_theta, _set.X, _multipliers);
                if (moveToEnd)
                    Advance(end - _theta, end);
                return;
            }
            double distance = step * _set.Free.Longest(_move);
            if (distance > Instant && _theta + step > Instant)
                corner?.Invoke(_theta, _set.X, _multipliers);
            _stalled = distance > Instant ? 0 : _stalled + 1;
            Advance(step, _theta + step);
            if (_set.HeldAt(v) == 0)
                Hold(v, _move[v] > 0);
            else
                Free(v);
        }
        throw new PathLostException("The active set cycles.");
    }

    /// <summary>Takes π and r from x, and takes out of x what rounding has left of r on the free variables.</summary>
    private void Correct()
    {
        Span<double> zero = stackalloc double[_multipliers.Length];
        for (int refinement = 0; ; refinement++)
        {
            TensorPrimitives.MultiplyAdd(_slope, _theta, _constant, _reduced);
            TensorPrimitives.Add(_reduced, _risk.Current, _reduced);
            double scale = Largest(_reduced), residual = 0;
            _set.Free.Basis.Multipliers(_reduced, _multipliers);
            _program.Price(_reduced, _multipliers);
            foreach (int v in _set.Free.Others)
                residual = Math.Max(residual, Math.Abs(_reduced[v]));
            if (residual <= Rounding * scale || refinement == 4)
                return;
            if (_risk.Refresh())
                continue;
            _set.Free.Newton(_reduced, zero, _move);
            (double reach, _) = _ratio.Blocking(_move, -1, lowestIndex: false);
            _set.Move(_move, Math.Min(1, reach));
            _risk.Retake();
        }
    }

    /// <summary>dx/dθ and dr/dθ.</summary>
    private void Turn()
    {
        Span<double> pi = stackalloc double[_multipliers.Length];
        _set.Free.Basis.Multipliers(_slope, pi);
        _set.Free.Newton(_slope, pi, _move);
        _risk.Follow(_move);
        TensorPrimitives.Add(_risk.Rate, _slope, _turn);
        _set.Free.Basis.Multipliers(_turn, pi);
        _program.Price(_turn, pi);
    }

    private (double Step, int Variable) NextEvent()
    {
        double level = Math.Max(Rounding * _steepest, 0.1 * Rounding * _program.Unit * _set.Free.Longest(_move));
        bool stalled = _stalled > Patience;
        if (stalled && _ratio.LeastIndex(_move, _reduced, _turn, level) is var least and >= 0)
            return (0, least);
        (double step, int v) = _ratio.Blocking(_move, -1, lowestIndex: false);
        (double freed, int held) = _ratio.Freed(_reduced, _turn, level);
        return freed < step ? (freed, held) : (step, v);
    }

    private void Advance(double step, double theta)
    {
        _set.Move(_move, step);
        _risk.Advance(step);
        _theta = theta;
    }

    /// <summary>Holds a free variable at its bound. It may not be freed by the very next event: that would only be rounding.</summary>
    private void Hold(int v, bool atUpper)
    {
        _set.Unbar();
        _set.Free.Drop(v);
        _set.Hold(v, atUpper);
        _set.Bar(v);
        _justHeld = v;
        _move[v] = 0;
    }

    /// <summary>
    /// Frees a held variable. Where that adds no curvature there is a flat movement: it is refused when it gains nothing (a copy of what
    /// is free already), and followed to its end when it gains return at no risk.
    /// </summary>
    private void Free(int v)
    {
        if (_justHeld >= 0)
            _set.Rewatch(_justHeld);
        _justHeld = -1;
        double side = _set.HeldAt(v);
        if (_set.Free.TryAdd(v, _move))
        {
            _set.Release(v);
            return;
        }
        if (side < 0)
            TensorPrimitives.Negate<double>(_move, _move);
        if (TensorPrimitives.Dot<double>(_slope, _move) >= -_tie * TensorPrimitives.SumOfMagnitudes<double>(_move))
        {
            _set.Bar(v);
            _move[v] = 0;
            return;
        }
        (double step, int blocking) = _ratio.Blocking(_move, v, _stalled > Patience);
        bool atUpper = _move[blocking] > 0;
        _set.Move(_move, step, v);
        _risk.Retake();
        if (blocking != v)
        {
            _set.Free.Exchange(blocking, v);
            _set.Release(v);
        }
        _set.Unbar();
        _set.Hold(blocking, atUpper);
        _move[blocking] = 0;
    }

    private static double Largest(ReadOnlySpan<double> values) => Math.Abs(TensorPrimitives.MaxMagnitude(values));
}
