using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Makes the frontier of the corners that the path found: return, risk, best ratio, and the certificate, all from the weights themselves.</summary>
internal sealed class Answer(Moments moments, Bounds bounds, double unit)
{
    private readonly ImmutableArray<CornerPortfolio>.Builder _corners = ImmutableArray.CreateBuilder<CornerPortfolio>();
    private readonly int[] _all = [.. Enumerable.Range(0, moments.Count)];
    private readonly int[] _changed = new int[moments.Count];
    private readonly double[] _change = new double[moments.Count];
    private readonly double[] _gradient = new double[moments.Count];
    private double[] _weights = new double[moments.Count];
    private readonly double[] _product = new double[moments.Count];
    private Certificate _certificate = new(0, 0, 0);
    private CornerPortfolio? _best;
    private bool _riskless;
    private int _added;

    /// <summary>Adds the corner at λ.</summary>
    public void Add(double lambda, double[] weights)
    {
        double cross = TensorPrimitives.Dot<double>(weights, _product);
        TakeProduct(weights);
        double variance = Variance(weights, _product);
        TensorPrimitives.MultiplyAdd(moments.Mean, -lambda, _product, _gradient);
        _certificate = KktCertificate.Worst(_certificate, KktCertificate.Of(weights, _gradient, bounds.Lower.AsSpan(), bounds.Upper.AsSpan(), 1e-3 * unit));
        var corner = new CornerPortfolio(
            TensorPrimitives.Dot<double>(moments.Mean, weights), Math.Sqrt(variance), ImmutableCollectionsMarshal.AsImmutableArray(weights));
        if (_corners.Count > 0 && corner.Return <= _corners[^1].Return)
            return;
        if (_corners.Count > 0)
            ConsiderSegment(_corners[^1], corner, cross);
        Consider(corner);
        _corners.Add(corner);
    }

    /// <summary>Σw, from Σ of the corner before and of what has changed since; every so often from w alone.</summary>
    private void TakeProduct(double[] weights)
    {
        if (_added++ % 16 == 0)
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
            RowSum.Of(moments.Covariance, moments.Count, _all, _change, _changed.AsSpan(0, count), _gradient);
            TensorPrimitives.Add(_product, _gradient, _product);
        }
        _weights = weights;
    }

    public Frontier Finish() =>
        new(RiskMeasure.Deviation, _corners.ToImmutable(), _riskless ? null : _best, _certificate, Deviation);

    private void ConsiderSegment(CornerPortfolio from, CornerPortfolio to, double cross)
    {
        double[] w0 = ImmutableCollectionsMarshal.AsArray(from.Weights)!, w1 = ImmutableCollectionsMarshal.AsArray(to.Weights)!;
        double q0 = from.Risk * from.Risk;
        double t = BestRatio.Inside(from.Return, to.Return - from.Return, q0, cross - q0, to.Risk * to.Risk - 2 * cross + q0);
        if (double.IsNaN(t))
            return;
        double[] weights = new double[w0.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = w0[i] + t * (w1[i] - w0[i]);
        Consider(new CornerPortfolio(
            TensorPrimitives.Dot<double>(moments.Mean, weights), Deviation(weights), ImmutableCollectionsMarshal.AsImmutableArray(weights)));
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
        if (variance > 1e-9 * unit)
            return variance;
        double reach = 0;
        for (int i = 0; i < weights.Length; i++)
            reach += Math.Abs(weights[i]) * Math.Sqrt(Math.Max(0, moments.Covariance[i * weights.Length + i]));
        return variance > 1e-15 * reach * reach ? variance : 0;
    }
}
