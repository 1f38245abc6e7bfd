using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.RiskBudget;

/// <summary>
/// Newton's method for min ½ x′Cx − Σ b_i ln x_i, x &gt; 0, with correlations C and budgets b that sum to 1 (Spinu 2013; the function is self-concordant, so
/// the damped step always makes headway). At the minimum x_i (Cx)_i = b_i.
/// </summary>
internal sealed class SpinuNewton
{
    /// <summary>max |x_i (Cx)_i / b_i − 1| that is asked for.</summary>
    internal const double Tolerance = 1e-12;

    private const int MostSteps = 300;

    // An x this long means a portfolio whose risk is this small a part of its assets' risk: none.
    private const double Unbounded = 1e7;

    private static readonly double FullStep = 0.95 * (3 - Math.Sqrt(5)) / 2;

    private readonly double[] _correlation;
    private readonly double[] _budgets;
    private readonly double[] _product;
    private readonly double[] _gradient;
    private readonly double[] _step;
    private readonly Cholesky _hessian;

    internal SpinuNewton(double[] correlation, double[] budgets)
    {
        _correlation = correlation;
        _budgets = budgets;
        int n = budgets.Length;
        (X, _product, _gradient, _step) = (new double[n], new double[n], new double[n], new double[n]);
        _hessian = new Cholesky(n);
    }

    /// <summary>x.</summary>
    internal double[] X { get; private set; }

    /// <summary>max |x_i (Cx)_i / b_i − 1| at x.</summary>
    internal double Residual { get; private set; }

    /// <summary>Iterates until the residual is below the tolerance and no longer halves. False: some mixture has no risk, and x has no bound.</summary>
    internal bool Solve()
    {
        double total = TensorPrimitives.Sum<double>(_correlation);
        Array.Fill(X, Math.Sqrt(1 / Math.Max(total, X.Length * 1e-2)));
        Residual = Evaluate(X);
        for (int steps = 0; steps < MostSteps; steps++)
        {
            double[]? next = Next();
            if (next is null || TensorPrimitives.Max<double>(next) > Unbounded)
                return false;
            double residual = Evaluate(next);
            if (Residual < Tolerance && residual > Residual / 2)
                return true;
            (X, Residual) = (next, residual);
        }
        return true;
    }

    private double[]? Next()
    {
        int n = X.Length;
        for (int i = 0; i < n; i++)
            _step[i] = _gradient[i] = _product[i] - _budgets[i] / X[i];
        if (!_hessian.Factor(n, (i, j) => _correlation[i * n + j] + (i == j ? _budgets[i] / (X[i] * X[i]) : 0)))
            return null;
        _hessian.Solve(_step);
        double decrement = Math.Sqrt(Math.Max(0, TensorPrimitives.Dot<double>(_gradient, _step)));
        double longest = 0;
        for (int i = 0; i < n; i++)
            longest = Math.Max(longest, Math.Abs(_step[i] / X[i]));
        double damping = decrement > FullStep || longest >= 1 ? 1 / (1 + longest) : 1;
        double[] next = new double[n];
        for (int i = 0; i < n; i++)
            next[i] = X[i] - damping * _step[i];
        return next;
    }

    // Leaves Cx behind.
    private double Evaluate(double[] x)
    {
        double worst = 0;
        for (int i = 0; i < x.Length; i++)
        {
            _product[i] = TensorPrimitives.Dot(_correlation.AsSpan(i * x.Length, x.Length), x);
            worst = Math.Max(worst, Math.Abs(x[i] * _product[i] / _budgets[i] - 1));
        }
        return worst;
    }
}
