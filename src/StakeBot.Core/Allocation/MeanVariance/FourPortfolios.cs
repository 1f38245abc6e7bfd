using System.Numerics;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Σw for up to four portfolios that follow one another, in one pass over the covariance: a row that has come out of the cache is used four times, in
/// pieces that stay near the processor. Only what has changed since the portfolio before them is multiplied; every so often everything is.
/// </summary>
internal sealed class FourPortfolios(double[] covariance, int assets)
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 4;

    /// <summary>Passes after which nothing is carried on.</summary>
    private const int Fresh = 4;

    /// <summary>Columns that are worked on at a time.</summary>
    private const int Piece = 256;

    private readonly double[] _products = new double[Most * assets];
    private readonly double[] _before = new double[assets];
    private readonly int[] _changed = new int[assets + Most];
    private readonly double[] _factors = new double[Most * (assets + Most)];
    private double[] _last = new double[assets];
    private int _passes;

    /// <summary>Σw of the portfolio at that place.</summary>
    public ReadOnlySpan<double> Product(int place) => _products.AsSpan(place * assets, assets);

    /// <summary>Computes the products.</summary>
    /// <param name="weights">One to four portfolios; their places are those of the products. They must not change afterwards.</param>
    public void Take(ReadOnlySpan<double[]> weights)
    {
        if (_passes++ % Fresh == 0)
        {
            _last = new double[assets];
            Array.Clear(_before);
        }
        for (int place = 0; place < weights.Length; place++)
            _before.CopyTo(_products.AsSpan(place * assets));
        int count = Changes(weights);
        for (int from = 0; from < assets; from += Piece)
        {
            for (int k = 0; k < count; k += Most)
                Add(_changed.AsSpan(k, Most), _factors.AsSpan(k * Most, Most * Most), from, Math.Min(Piece, assets - from));
        }
        _last = weights[^1];
        Product(weights.Length - 1).CopyTo(_before);
    }

    /// <summary>Who has another weight than before, and by how much; filled up to whole fours with changes of nothing.</summary>
    private int Changes(ReadOnlySpan<double[]> weights)
    {
        double[] w0 = weights[0], w1 = At(weights, 1), w2 = At(weights, 2), w3 = At(weights, 3);
        int count = 0;
        for (int i = 0; i < assets; i++)
        {
            double last = _last[i];
            if (w0[i] == last && w1[i] == last && w2[i] == last && w3[i] == last)
                continue;
            Span<double> factors = _factors.AsSpan(count * Most, Most);
            (factors[0], factors[1], factors[2], factors[3]) = (w0[i] - last, w1[i] - last, w2[i] - last, w3[i] - last);
            _changed[count++] = i;
        }
        _changed.AsSpan(count, Most).Clear();
        _factors.AsSpan(count * Most, Most * Most).Clear();
        return count;
    }

    private double[] At(ReadOnlySpan<double[]> weights, int place) => place < weights.Length ? weights[place] : _last;

    /// <summary>Adds four rows, each with a factor for each portfolio, to a piece of the products.</summary>
    private void Add(ReadOnlySpan<int> rows, ReadOnlySpan<double> factors, int from, int length)
    {
        ref double a = ref covariance[rows[0] * assets + from], b = ref covariance[rows[1] * assets + from];
        ref double c = ref covariance[rows[2] * assets + from], d = ref covariance[rows[3] * assets + from];
        ref double p = ref _products[from], q = ref _products[assets + from], r = ref _products[2 * assets + from], s = ref _products[3 * assets + from];
        Vector<double> pa = new(factors[0]), pb = new(factors[4]), pc = new(factors[8]), pd = new(factors[12]);
        Vector<double> qa = new(factors[1]), qb = new(factors[5]), qc = new(factors[9]), qd = new(factors[13]);
        Vector<double> ra = new(factors[2]), rb = new(factors[6]), rc = new(factors[10]), rd = new(factors[14]);
        Vector<double> sa = new(factors[3]), sb = new(factors[7]), sc = new(factors[11]), sd = new(factors[15]);
        nuint j = 0, width = (nuint)Vector<double>.Count;
        for (; j + width <= (nuint)length; j += width)
        {
            Vector<double> va = Vector.LoadUnsafe(ref a, j), vb = Vector.LoadUnsafe(ref b, j), vc = Vector.LoadUnsafe(ref c, j), vd = Vector.LoadUnsafe(ref d, j);
            Sum(ref p, j, va, pa, vb, pb, vc, pc, vd, pd);
            Sum(ref q, j, va, qa, vb, qb, vc, qc, vd, qd);
            Sum(ref r, j, va, ra, vb, rb, vc, rc, vd, rd);
            Sum(ref s, j, va, sa, vb, sb, vc, sc, vd, sd);
        }
        for (int column = from + (int)j; column < from + length; column++)
        {
            for (int place = 0; place < Most; place++)
            {
                for (int row = 0; row < Most; row++)
                    _products[place * assets + column] += factors[row * Most + place] * covariance[rows[row] * assets + column];
            }
        }
    }

    private static void Sum(
        ref double target, nuint at, Vector<double> va, Vector<double> a, Vector<double> vb, Vector<double> b, Vector<double> vc, Vector<double> c, Vector<double> vd, Vector<double> d)
    {
        Vector<double> sum = Vector.FusedMultiplyAdd(va, a, Vector.LoadUnsafe(ref target, at));
        sum = Vector.FusedMultiplyAdd(vb, b, sum);
        sum = Vector.FusedMultiplyAdd(vc, c, sum);
        Vector.FusedMultiplyAdd(vd, d, sum).StoreUnsafe(ref target, at);
    }
}
