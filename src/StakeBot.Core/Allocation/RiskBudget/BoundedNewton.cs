using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.RiskBudget;

/// <summary>
/// min ½ y′Cy − κ Σ b_i ln y_i with l ≤ y ≤ u, for a given κ: Newton's method on the variables that are free, which stops at the first bound and adds it to
/// those that hold, and lets go of one whose multiplier has the wrong sign. Strictly convex, so the answer is unique and the set settles.
/// </summary>
internal sealed class BoundedNewton
{
    private const double Tolerance = 1e-14;
    private const double WrongSign = 1e-13;
    private const int MostSteps = 10_000;

    private readonly double[] _correlation;
    private readonly double[] _budgets;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _pull;
    private readonly double[] _step;
    private readonly List<int> _free = [];
    private readonly Cholesky _hessian;

    internal BoundedNewton(double[] correlation, double[] budgets, double[] lower, double[] upper, double[] start)
    {
        (_correlation, _budgets, _lower, _upper) = (correlation, budgets, lower, upper);
        int n = budgets.Length;
        Y = [.. start.Select((y, i) => Math.Clamp(y, lower[i], upper[i]))];
        (_pull, _step) = (new double[n], new double[n]);
        _hessian = new Cholesky(n);
        for (int i = 0; i < n; i++)
        {
            if (Y[i] > lower[i] && Y[i] < upper[i])
                _free.Add(i);
        }
    }

    /// <summary>y.</summary>
    internal double[] Y { get; }

    /// <summary>The largest |y_i (Cy)_i / (κ b_i) − 1| of the free variables, or excess with the wrong sign of the others.</summary>
    internal double Residual { get; private set; }

    /// <summary>Moves y to the minimum for this κ.</summary>
    internal void Solve(double kappa)
    {
        double before = double.PositiveInfinity;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            double off = Measure(kappa);
            if (off < Tolerance || (off < SpinuNewton.Tolerance && off > before / 2))
            {
                if (LetGo() is var loose && loose < 0)
                {
                    Residual = off;
                    return;
                }
                before = double.PositiveInfinity;
                _free.Add(loose);
                continue;
            }
            before = Step(kappa) ? off : double.PositiveInfinity;
        }
        Residual = Measure(kappa);
    }

    /// <summary>dy/dκ of the free variables, weighed with <paramref name="weights"/> and summed; at the minimum.</summary>
    internal double Slope(double kappa, double[] weights)
    {
        if (_free.Count == 0 || !Factor(kappa))
            return 0;
        Span<double> change = _step.AsSpan(0, _free.Count);
        for (int f = 0; f < change.Length; f++)
            change[f] = _budgets[_free[f]] / Y[_free[f]];
        _hessian.Solve(change);
        double slope = 0;
        for (int f = 0; f < change.Length; f++)
            slope += change[f] * weights[_free[f]];
        return slope;
    }

    // pull_i = y_i (Cy)_i / (κ b_i) − 1: positive where less of i would be better. Returns the largest of the free ones.
    private double Measure(double kappa)
    {
        int n = Y.Length;
        double worst = 0;
        for (int i = 0; i < n; i++)
            _pull[i] = Y[i] * TensorPrimitives.Dot<double>(_correlation.AsSpan(i * n, n), Y) / (kappa * _budgets[i]) - 1;
        foreach (int i in _free)
            worst = Math.Max(worst, Math.Abs(_pull[i]));
        return worst;
    }

    // The variable at a bound that most wants to leave it; −1 when none does.
    private int LetGo()
    {
        int loose = -1;
        double strongest = WrongSign;
        for (int i = 0; i < Y.Length; i++)
        {
            if (_lower[i] == _upper[i] || _free.Contains(i))
                continue;
            double wish = Y[i] >= _upper[i] ? _pull[i] : -_pull[i];
            if (wish > strongest)
                (loose, strongest) = (i, wish);
        }
        return loose;
    }

    // One damped step, at most to the first bound. False when a bound stopped it.
    private bool Step(double kappa)
    {
        Span<double> step = _step.AsSpan(0, _free.Count);
        for (int f = 0; f < step.Length; f++)
            step[f] = -_pull[_free[f]] * kappa * _budgets[_free[f]] / Y[_free[f]];
        if (!Factor(kappa))
            throw new InvalidOperationException("A covariance with logarithmic barriers is positive definite, and this one is not.");
        _hessian.Solve(step);
        double relative = 0;
        for (int f = 0; f < step.Length; f++)
            relative = Math.Max(relative, Math.Abs(step[f] / Y[_free[f]]));
        double length = relative > 0.25 ? 1 / (1 + relative) : 1;
        int stop = -1;
        for (int f = 0; f < step.Length; f++)
        {
            int i = _free[f];
            double room = step[f] > 0 ? _upper[i] - Y[i] : Y[i] - _lower[i];
            if (Math.Abs(step[f]) * length >= room)
                (length, stop) = (room / Math.Abs(step[f]), f);
        }
        for (int f = 0; f < step.Length; f++)
            Y[_free[f]] = Math.Clamp(Y[_free[f]] + length * step[f], _lower[_free[f]], _upper[_free[f]]);
        if (stop < 0)
            return true;
        Y[_free[stop]] = step[stop] > 0 ? _upper[_free[stop]] : _lower[_free[stop]];
        _free.RemoveAt(stop);
        return false;
    }

    private bool Factor(double kappa)
    {
        int n = Y.Length;
        return _hessian.Factor(_free.Count, (a, b) =>
        {
            int i = _free[a], j = _free[b];
            return _correlation[i * n + j] + (i == j ? kappa * _budgets[i] / (Y[i] * Y[i]) : 0);
        });
    }
}
