using System.Numerics;
using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The dual side of a vertex, linear in λ: y = y₀ + λ y₁ of the ties, ν of the budget, and the reduced costs p + λ q of the assets,
/// p + λ q = c Σ_D a + Σ y a − λ μ − ν.
/// </summary>
internal sealed class Duals(Holdings holdings, TailRows rows, ReturnSlope slope)
{
    // Where the two parts of y are larger than this, y₀ + λ y₁ has lost digits.
    private const double Cancellation = 100;

    private readonly double[] _p = new double[holdings.Count];
    private readonly double[] _q = new double[holdings.Count];
    private readonly double[] _cost = new double[holdings.Count];
    private readonly double[] _part = new double[holdings.Count];
    private double[] _y0 = [];
    private double[] _y1 = [];
    private double[] _cap0 = [];
    private double[] _cap1 = [];
    private double _nu0;
    private double _nu1;
    private int _ties;

    /// <summary>Solves for the duals of the vertex that the matrix was built for.</summary>
    internal void Solve(WorkingMatrix matrix)
    {
        ReadOnlySpan<int> free = holdings.Free;
        int k = _ties = free.Length;
        if (_y0.Length <= k)
        {
            int room = 2 * (k + 1);
            (_y0, _y1, _cap0, _cap1) = (new double[room], new double[room], new double[room], new double[room]);
        }
        ReadOnlySpan<double> tail = rows.TailGradient;
        for (int f = 0; f < k; f++)
            (_y0[f], _y1[f]) = (-tail[free[f]], slope.Slope[free[f]]);
        (_y0[k], _y1[k]) = (-rows.EdgeMass, 0);
        matrix.Duals(_y0.AsSpan(0, k + 1));
        matrix.Duals(_y1.AsSpan(0, k + 1));
        (_nu0, _nu1) = (-_y0[k], -_y1[k]);
        rows.Caps(_y0.AsSpan(0, k), rows.Mass, _cap0);
        rows.Caps(_y1.AsSpan(0, k), 0, _cap1);

        TensorPrimitives.Subtract(tail, _nu0, _p);
        TensorPrimitives.Add(slope.Slope, _nu1, _q);
        TensorPrimitives.Negate(_q, _q);
        for (int tie = 0; tie < k; tie++)
            Axpy.AddToBoth(rows.Gradient(tie), _y0[tie], _p, _y1[tie], _q);
    }

    /// <summary>What gives way first when λ falls from <paramref name="lambda"/> (infinite: among portfolios of equal return).</summary>
    internal Turn NextTurn(double lambda)
    {
        Turn next = Turn.None;
        ReadOnlySpan<double> sign = holdings.Signs;
        for (int from = 0; from < _p.Length; from += Vector<double>.Count)
        {
            if (MayTurn(sign, from, lambda, next.Lambda))
                Consider(ref next, sign, from, Math.Min(from + Vector<double>.Count, _p.Length), lambda);
        }
        double zero0 = Tolerances.Dual * Math.Max(rows.Mass, Largest(_y0)), zero1 = slope.Tolerance * Math.Max(1, Largest(_y1));
        for (int tie = 0; tie < _ties; tie++)
        {
            next.Consider(_y0[tie], _y1[tie], zero0, zero1, lambda, tie, asset: false, up: false);
            next.Consider(_cap0[tie] - _y0[tie], _cap1[tie] - _y1[tie], zero0, zero1, lambda, tie, asset: false, up: true);
        }
        return next;
    }

    /// <summary>
    /// A number that risk − λ return (in the slope's unit) of no portfolio falls below, by duality: with the duals as they were solved or, where rounding
    /// has put one of those beyond its limits, with the nearest ones that keep them. At an optimal vertex it is attained.
    /// </summary>
    internal double Bound(double lambda)
    {
        if (Largest(_y0) > Cancellation || Violation(lambda) > Tolerances.Dual)
            return RepairedBound(lambda);
        TensorPrimitives.MultiplyAdd(_q, lambda, _p, _cost);
        TensorPrimitives.Max(_cost, 0.0, _part);
        double atFloors = TensorPrimitives.Dot<double>(_part, holdings.LowerBounds);
        TensorPrimitives.Min(_cost, 0.0, _part);
        return _nu0 + lambda * _nu1 + atFloors + TensorPrimitives.Dot<double>(_part, holdings.UpperBounds);
    }

    private double Violation(double lambda)
    {
        double worst = 0;
        for (int tie = 0; tie < _ties; tie++)
        {
            double y = _y0[tie] + lambda * _y1[tie], cap = _cap0[tie] + lambda * _cap1[tie];
            worst = Math.Max(worst, Math.Max(-y, y - cap));
        }
        return worst / rows.Mass;
    }

    private double RepairedBound(double lambda)
    {
        Span<double> y = _cap0.AsSpan(0, _ties);
        for (int tie = 0; tie < _ties; tie++)
            y[tie] = _y0[tie] + lambda * _y1[tie];
        rows.Repair(y);
        TensorPrimitives.MultiplyAdd(slope.Slope, -lambda, rows.TailGradient, _cost);
        for (int tie = 0; tie < _ties; tie++)
            Axpy.Add(y[tie], rows.Gradient(tie), _cost);
        return holdings.LeastCost(_cost);
    }

    // Whether any of the next few assets could give way before (or together with) the one found so far: most blocks are done with this.
    private bool MayTurn(ReadOnlySpan<double> sign, int from, double lambda, double best)
    {
        if (from + Vector<double>.Count > _p.Length)
            return true;
        Vector<double> s = new(sign[from..]);
        Vector<double> value = s * new Vector<double>(_p, from), rate = s * new Vector<double>(_q, from);
        Vector<double> noSlope = new(slope.Tolerance);
        Vector<long> flat = Vector.LessThanOrEqual(Vector.Abs(rate), noSlope) & Vector.LessThan(value, new Vector<double>(-Tolerances.Dual));
        Vector<double> at = Vector.Min(new Vector<double>(lambda), -value / rate);
        Vector<long> steep = Vector.GreaterThan(rate, noSlope) & Vector.GreaterThanOrEqual(at, new Vector<double>(best));
        return (flat | steep) != Vector<long>.Zero;
    }

    private void Consider(ref Turn next, ReadOnlySpan<double> sign, int from, int to, double lambda)
    {
        for (int i = from; i < to; i++)
        {
            if (sign[i] != 0)
                next.Consider(sign[i] * _p[i], sign[i] * _q[i], Tolerances.Dual, slope.Tolerance, lambda, i, asset: true, up: sign[i] > 0);
        }
    }

    private double Largest(double[] y)
    {
        double largest = 0;
        for (int tie = 0; tie < _ties; tie++)
            largest = Math.Max(largest, Math.Abs(y[tie]));
        return largest;
    }
}
