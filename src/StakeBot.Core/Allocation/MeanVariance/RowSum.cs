using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Σx for a sparse x: the sum of the covariance's rows, eight at a time, so that the sum is loaded and stored once for eight rows.</summary>
internal static class RowSum
{
    private const int Rows = 8;

    /// <param name="covariance">Σ, row-major; symmetric, so that its rows are its columns.</param>
    /// <param name="assets">n.</param>
    /// <param name="asset">The row of each variable; −1 for none.</param>
    /// <param name="x">A number for each variable.</param>
    /// <param name="support">The variables whose number counts.</param>
    /// <param name="sum">Σx, n numbers.</param>
    public static void Of(
        double[] covariance, int assets, ReadOnlySpan<int> asset, ReadOnlySpan<double> x, ReadOnlySpan<int> support, Span<double> sum)
    {
        sum.Clear();
        Span<int> starts = stackalloc int[Rows];
        Span<double> factors = stackalloc double[Rows];
        int held = 0;
        foreach (int v in support)
        {
            if (asset[v] < 0 || x[v] == 0)
                continue;
            starts[held] = asset[v] * assets;
            factors[held] = x[v];
            if (++held < Rows)
                continue;
            AddEight(covariance, starts, factors, sum);
            held = 0;
        }
        for (int i = 0; i < held; i++)
            TensorPrimitives.MultiplyAdd(covariance.AsSpan(starts[i], sum.Length), factors[i], sum, sum);
    }

    private static void AddEight(double[] covariance, ReadOnlySpan<int> starts, ReadOnlySpan<double> factors, Span<double> sum)
    {
        ref double target = ref MemoryMarshal.GetReference(sum);
        ref double a = ref covariance[starts[0]], b = ref covariance[starts[1]], c = ref covariance[starts[2]], d = ref covariance[starts[3]];
        ref double e = ref covariance[starts[4]], f = ref covariance[starts[5]], g = ref covariance[starts[6]], h = ref covariance[starts[7]];
        Vector<double> xa = new(factors[0]), xb = new(factors[1]), xc = new(factors[2]), xd = new(factors[3]);
        Vector<double> xe = new(factors[4]), xf = new(factors[5]), xg = new(factors[6]), xh = new(factors[7]);
        nuint i = 0, length = (nuint)sum.Length, width = (nuint)Vector<double>.Count;
        for (; i + width <= length; i += width)
        {
            Vector<double> s = Vector.LoadUnsafe(ref target, i), t = Vector.LoadUnsafe(ref b, i) * xb;
            s = Vector.FusedMultiplyAdd(xa, Vector.LoadUnsafe(ref a, i), s);
            t = Vector.FusedMultiplyAdd(xd, Vector.LoadUnsafe(ref d, i), t);
            s = Vector.FusedMultiplyAdd(xc, Vector.LoadUnsafe(ref c, i), s);
            t = Vector.FusedMultiplyAdd(xf, Vector.LoadUnsafe(ref f, i), t);
            s = Vector.FusedMultiplyAdd(xe, Vector.LoadUnsafe(ref e, i), s);
            t = Vector.FusedMultiplyAdd(xh, Vector.LoadUnsafe(ref h, i), t);
            s = Vector.FusedMultiplyAdd(xg, Vector.LoadUnsafe(ref g, i), s);
            (s + t).StoreUnsafe(ref target, i);
        }
        for (int j = (int)i; j < sum.Length; j++)
        {
            for (int row = 0; row < Rows; row++)
                sum[j] += factors[row] * covariance[starts[row] + j];
        }
    }
}
