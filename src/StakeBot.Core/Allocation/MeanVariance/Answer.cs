using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Makes the frontier of the corners that the path found. Return, risk, best ratio and certificate are taken from the weights that are
/// handed out. The certificate's g = Σw − λμ, and its residual is relative to max|g|, but no less than a thousandth of the mean variance:
/// a riskless portfolio has g = 0 up to rounding.
/// </summary>
internal sealed class Answer(Formulation problem, Moments moments, Twins twins)
{
    /// <summary>Σw is carried on over so many corners before it is taken from w alone again.</summary>
    private const int Steps = 16;

    private readonly QuadraticProgram _program = problem.Program;
    private readonly ImmutableArray<CornerPortfolio>.Builder _corners = ImmutableArray.CreateBuilder<CornerPortfolio>();
    private readonly int[] _all = [.. Enumerable.Range(0, moments.Count)];
    private readonly int[] _changed = new int[moments.Count];
    private readonly double[] _scratch = new double[Math.Max(moments.Count, problem.Program.Count)];
    private readonly double[] _change = new double[moments.Count];
    private readonly double[] _product = new double[moments.Count];
    private double[] _weights = new double[moments.Count];
    private Certificate _certificate = new(0, 0, 0);
    private CornerPortfolio? _best;
    private bool _riskless;
    private int _added;

    /// <summary>Adds the corner x at λ, where the rows have the multipliers π.</summary>
    public void Add(double lambda, double[] x, ReadOnlySpan<double> multipliers)
    {
        double[] weights = problem.Weights(x);
        twins.Share(weights);
        double cross = TensorPrimitives.Dot<double>(weights, _product);
        TakeProduct(weights);
        Certify(lambda, x, weights, multipliers);
        var corner = new CornerPortfolio(
            problem.Return(weights), Math.Sqrt(Variance(weights, _product)), ImmutableCollectionsMarshal.AsImmutableArray(weights));
        if (_corners.Count > 0 && corner.Return <= _corners[^1].Return)
            return;
        if (_corners.Count > 0)
            ConsiderSegment(_corners[^1], corner, cross);
        Consider(corner);
        _corners.Add(corner);
    }

    public Frontier Finish() =>
        new(RiskMeasure.Deviation, _corners.ToImmutable(), _riskless ? null : _best, _certificate, Deviation);

    /// <summary>Σw, from that of the corner before and of what has changed since; every so often from w alone.</summary>
    private void TakeProduct(double[] weights)
    {
        if (_added++ % Steps == 0)
        {
            RowSum.Of(moments.Covariance, moments.Count, _all, weights, _all, _product);
        }
        else
        {
            TensorPrimitives.Subtract(weights, _weights, _change);
            int count = 0;
            for (int i = 0; i < _change.Length; i++)
            {
                if (_change[i] != 0)
                    _changed[count++] = i;
            }
            Span<double> added = _scratch.AsSpan(0, moments.Count);
            RowSum.Of(moments.Covariance, moments.Count, _all, _change, _changed.AsSpan(0, count), added);
            TensorPrimitives.Add(_product, added, _product);
        }
        _weights = weights;
    }

    private void Certify(double lambda, double[] x, double[] weights, ReadOnlySpan<double> multipliers)
    {
        ReadOnlySpan<double> solution = problem.Solution(x, weights);
        Span<double> gradient = _scratch.AsSpan(0, _program.Count);
        if (_program.IsPlain)
            _product.CopyTo(gradient);
        else
            _program.Spread(_product, gradient);
        TensorPrimitives.MultiplyAdd(problem.Mean, -lambda, gradient, gradient);
        double scale = Math.Max(1e-3 * _program.Unit, Math.Abs(TensorPrimitives.MaxMagnitude<double>(gradient)));
        bool budgetOnly = multipliers.Length == 1;
        if (!budgetOnly)
            _program.Price(gradient, multipliers);
        (double outside, double residual) = KktCertificate.Of(
            solution, gradient, _program.Lower, _program.Upper, budgetOnly ? null : 0, scale);
        double budget = Math.Abs(TensorPrimitives.Sum<double>(weights) - 1);
        for (int row = 1; row < multipliers.Length; row++)
            outside = Math.Max(outside, Math.Abs(TensorPrimitives.Dot<double>(_program.Rows[row], solution)));
        _certificate = new Certificate(
            Math.Max(budget, _certificate.BudgetError), Math.Max(outside, _certificate.BoundViolation), Math.Max(residual, _certificate.KktResidual));
    }

    private void ConsiderSegment(CornerPortfolio from, CornerPortfolio to, double cross)
    {
        double q0 = from.Risk * from.Risk;
        double t = BestRatio.Inside(from.Return, to.Return - from.Return, q0, cross - q0, to.Risk * to.Risk - 2 * cross + q0);
        if (double.IsNaN(t))
            return;
        double[] weights = new double[from.Weights.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = from.Weights[i] + t * (to.Weights[i] - from.Weights[i]);
        Consider(new CornerPortfolio(problem.Return(weights), Deviation(weights), ImmutableCollectionsMarshal.AsImmutableArray(weights)));
    }

    /// <summary>A return without risk has no ratio, and then none is the greatest.</summary>
    private void Consider(CornerPortfolio candidate)
    {
        if (candidate.Return <= 1e-12 * Math.Abs(TensorPrimitives.MaxMagnitude<double>(moments.Mean)))
            return;
        if (candidate.Risk == 0)
            _riskless = true;
        else if (_best is null || candidate.Ratio > _best.Ratio)
            _best = candidate;
    }

    private double Deviation(ReadOnlySpan<double> weights)
    {
        double[] product = new double[moments.Count];
        RowSum.Of(moments.Covariance, moments.Count, _all, weights, _all, product);
        return Math.Sqrt(Variance(weights, product));
    }

    /// <summary>w′Σw; 0 where it cannot be told from the rounding of terms as large as (Σ|w|σ)².</summary>
    private double Variance(ReadOnlySpan<double> weights, ReadOnlySpan<double> product)
    {
        double variance = TensorPrimitives.Dot(weights, product);
        if (variance > 1e-9 * _program.Unit)
            return variance;
        double reach = 0;
        for (int i = 0; i < weights.Length; i++)
            reach += Math.Abs(weights[i]) * Math.Sqrt(Math.Max(0, moments.Covariance[i * weights.Length + i]));
        return variance > 1e-15 * reach * reach ? variance : 0;
    }
}
