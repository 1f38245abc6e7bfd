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
    private readonly QuadraticProgram _program = problem.Program;
    private readonly ImmutableArray<CornerPortfolio>.Builder _corners = ImmutableArray.CreateBuilder<CornerPortfolio>();
    private readonly FourPortfolios _products = new(moments.Covariance, moments.Count);
    private readonly List<PathCorner> _waiting = [];
    private readonly double _negligible = 1e-12 * Math.Abs(TensorPrimitives.MaxMagnitude<double>(moments.Mean));
    private readonly double[] _product = new double[moments.Count];
    private readonly double[] _scratch = new double[problem.Program.Count];
    private Certificate _certificate = new(0, 0, 0);
    private CornerPortfolio? _best;
    private bool _riskless;

    /// <summary>Adds the corner x at λ, where the rows have the multipliers π.</summary>
    public void Add(double lambda, double[] x, double[] multipliers)
    {
        double[] weights = problem.Weights(x);
        twins.Share(weights);
        _waiting.Add(new PathCorner(lambda, weights, problem.Solution(x, weights), multipliers));
        if (_waiting.Count == FourPortfolios.Most)
            Settle();
    }

    public Frontier Finish()
    {
        Settle();
        return new Frontier(RiskMeasure.Deviation, _corners.ToImmutable(), _riskless ? null : _best, _certificate, Deviation);
    }

    private void Settle()
    {
        if (_waiting.Count == 0)
            return;
        _products.Take([.. _waiting.Select(corner => corner.Weights)]);
        for (int place = 0; place < _waiting.Count; place++)
            Settle(_waiting[place], _products.Product(place));
        _waiting.Clear();
    }

    private void Settle(PathCorner corner, ReadOnlySpan<double> product)
    {
        double cross = TensorPrimitives.Dot(corner.Weights, _product);
        product.CopyTo(_product);
        Certify(corner, product);
        var portfolio = new CornerPortfolio(
            problem.Return(corner.Weights), Math.Sqrt(Variance(corner.Weights, product)), ImmutableCollectionsMarshal.AsImmutableArray(corner.Weights));
        if (_corners.Count > 0 && portfolio.Return <= _corners[^1].Return)
            return;
        if (_corners.Count > 0)
            ConsiderSegment(_corners[^1], portfolio, cross);
        Consider(portfolio);
        _corners.Add(portfolio);
    }

    private void Certify(PathCorner corner, ReadOnlySpan<double> product)
    {
        Span<double> gradient = _scratch;
        if (_program.IsPlain)
            product.CopyTo(gradient);
        else
            _program.Spread(product, gradient);
        TensorPrimitives.MultiplyAdd(problem.Mean, -corner.Lambda, gradient, gradient);
        double scale = Math.Max(1e-3 * _program.Unit, Math.Abs(TensorPrimitives.MaxMagnitude<double>(gradient)));
        bool budgetOnly = corner.Multipliers.Length == 1;
        if (!budgetOnly)
            _program.Price(gradient, corner.Multipliers);
        (double outside, double residual) = KktCertificate.Of(
            corner.Solution, gradient, _program.Lower, _program.Upper, budgetOnly ? null : 0, scale);
        double budget = Math.Abs(TensorPrimitives.Sum<double>(corner.Weights) - 1);
        for (int row = 1; row < corner.Multipliers.Length; row++)
            outside = Math.Max(outside, Math.Abs(TensorPrimitives.Dot<double>(_program.Rows[row], corner.Solution)));
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
        if (candidate.Return <= _negligible)
            return;
        if (candidate.Risk == 0)
            _riskless = true;
        else if (_best is null || candidate.Ratio > _best.Ratio)
            _best = candidate;
    }

    private double Deviation(ReadOnlySpan<double> weights)
    {
        int[] all = [.. Enumerable.Range(0, moments.Count)];
        double[] product = new double[moments.Count];
        RowSum.Of(moments.Covariance, moments.Count, all, weights, all, product);
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

    /// <summary>A corner as the path gives it.</summary>
    private readonly record struct PathCorner(double Lambda, double[] Weights, double[] Solution, double[] Multipliers);
}
