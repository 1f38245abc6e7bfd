using System.Numerics;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Σx for a sparse x: the sum of the covariance's rows, four at a time, so that the sum is loaded and stored once for four rows.</summary>
internal static class RowSum
{
    public static void Of(double[] covariance, int assets, int[] asset, ReadOnlySpan<double> x, ReadOnlySpan<int> support, Span<double> sum)
    {
        sum.Clear();
        Span<int> rows = stackalloc int[4];
        Span<double> factors = stackalloc double[4];
        int held = 0;
        foreach (int v in support)
        {
            if (asset[v] < 0 || x[v] == 0)
                continue;
            rows[held] = asset[v];
            factors[held] = x[v];
            if (++held < 4)
                continue;
            AddFour(covariance, assets, rows, factors, sum);
            held = 0;
        }
        for (int i = 0; i < held; i++)
            AddOne(covariance.AsSpan(rows[i] * assets, assets), factors[i], sum);
    }

    private static void AddFour(double[] covariance, int assets, Span<int> rows, Span<double> factors, Span<double> sum)
    {
        ref double target = ref MemoryMarshal.GetReference(sum);
        ref double a = ref covariance[rows[0] * assets];
        ref double b = ref covariance[rows[1] * assets];
        ref double c = ref covariance[rows[2] * assets];
        ref double d = ref covariance[rows[3] * assets];
        Vector<double> fa = new(factors[0]), fb = new(factors[1]), fc = new(factors[2]), fd = new(factors[3]);
        nuint i = 0, length = (nuint)assets, width = (nuint)Vector<double>.Count;
        for (; i + width <= length; i += width)
        {
            Vector<double> s = Vector.LoadUnsafe(ref target, i);
            s = Vector.FusedMultiplyAdd(fa, Vector.LoadUnsafe(ref a, i), s);
            s = Vector.FusedMultiplyAdd(fb, Vector.LoadUnsafe(ref b, i), s);
            s = Vector.FusedMultiplyAdd(fc, Vector.LoadUnsafe(ref c, i), s);
            s = Vector.FusedMultiplyAdd(fd, Vector.LoadUnsafe(ref d, i), s);
            s.StoreUnsafe(ref target, i);
        }
        for (int j = (int)i; j < assets; j++)
        {
            sum[j] += factors[0] * covariance[rows[0] * assets + j] + factors[1] * covariance[rows[1] * assets + j]
                + factors[2] * covariance[rows[2] * assets + j] + factors[3] * covariance[rows[3] * assets + j];
        }
    }

    private static void AddOne(ReadOnlySpan<double> row, double factor, Span<double> sum) =>
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(row, factor, sum, sum);
}
