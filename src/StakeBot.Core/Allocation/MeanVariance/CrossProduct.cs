using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// X′X of centred returns, X = R − 1μ′ (a symmetric rank-T update). Tiles of 4 rows × 3 vectors (24 columns) stay in registers while a block of rounds
/// passes, and a block is packed in the order in which the tiles read it. Only the upper triangle is computed. Every entry is summed over
/// the rounds in the same way, wherever its tile is.
/// </summary>
internal static class CrossProduct
{
    private const int TileRows = 4;
    private const int Block = 256;

    private static int TileColumns => 3 * Vector512<double>.Count;

    public static double[] OfCentred(ScenarioSet scenarios, double[] mean)
    {
        int n = scenarios.Assets, width = RoundUp(RoundUp(n, TileColumns), TileRows);
        double[] sum = new double[n * n], left = new double[width * Block], right = new double[width * Block];
        double[] tile = new double[TileRows * TileColumns];
        for (int first = 0; first < scenarios.Count; first += Block)
        {
            int rounds = Math.Min(Block, scenarios.Count - first);
            Pack(scenarios, mean, first, rounds, TileRows, left);
            Pack(scenarios, mean, first, rounds, TileColumns, right);
            for (int j = 0; j < n; j += TileColumns)
            {
                int end = Math.Min(n, j + TileColumns);
                for (int i = 0; i < end; i += TileRows)
                {
                    Multiply(left.AsSpan(i * rounds), right.AsSpan(j * rounds), rounds, tile);
                    for (int row = i; row < Math.Min(end, i + TileRows); row++)
                    {
                        Span<double> target = sum.AsSpan(row * n + j, end - j);
                        TensorPrimitives.Add(target, tile.AsSpan((row - i) * TileColumns, end - j), target);
                    }
                }
            }
        }
        Mirror(sum, n);
        return sum;
    }

    private static int RoundUp(int number, int step) => (number + step - 1) / step * step;

    /// <summary>Centred columns in panels of the given width: round after round within a panel, panel after panel.</summary>
    private static void Pack(ScenarioSet scenarios, double[] mean, int first, int rounds, int panel, double[] packed)
    {
        int n = scenarios.Assets;
        for (int t = 0; t < rounds; t++)
        {
            ReadOnlySpan<double> row = scenarios.Row(first + t);
            for (int j = 0; j < n; j += panel)
            {
                int count = Math.Min(panel, n - j);
                Span<double> target = packed.AsSpan(j * rounds + t * panel, panel);
                TensorPrimitives.Subtract(row.Slice(j, count), mean.AsSpan(j, count), target);
                target[count..].Clear();
            }
        }
    }

    private static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int rounds, Span<double> tile)
    {
        ref double l = ref MemoryMarshal.GetReference(left);
        ref double r = ref MemoryMarshal.GetReference(right);
        nuint lane = (nuint)Vector512<double>.Count;
        Vector512<double> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default;
        Vector512<double> c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        for (int t = 0; t < rounds; t++)
        {
            Vector512<double> x = Vector512.LoadUnsafe(ref r), y = Vector512.LoadUnsafe(ref r, lane), z = Vector512.LoadUnsafe(ref r, 2 * lane);
            Vector512<double> a = Vector512.Create(l), b = Vector512.Create(Unsafe.Add(ref l, 1));
            a0 = Vector512.FusedMultiplyAdd(a, x, a0);
            a1 = Vector512.FusedMultiplyAdd(a, y, a1);
            a2 = Vector512.FusedMultiplyAdd(a, z, a2);
            b0 = Vector512.FusedMultiplyAdd(b, x, b0);
            b1 = Vector512.FusedMultiplyAdd(b, y, b1);
            b2 = Vector512.FusedMultiplyAdd(b, z, b2);
            Vector512<double> c = Vector512.Create(Unsafe.Add(ref l, 2)), d = Vector512.Create(Unsafe.Add(ref l, 3));
            c0 = Vector512.FusedMultiplyAdd(c, x, c0);
            c1 = Vector512.FusedMultiplyAdd(c, y, c1);
            c2 = Vector512.FusedMultiplyAdd(c, z, c2);
            d0 = Vector512.FusedMultiplyAdd(d, x, d0);
            d1 = Vector512.FusedMultiplyAdd(d, y, d1);
            d2 = Vector512.FusedMultiplyAdd(d, z, d2);
            l = ref Unsafe.Add(ref l, TileRows);
            r = ref Unsafe.Add(ref r, 3 * lane);
        }
        Store(tile, 0, a0, a1, a2);
        Store(tile, 1, b0, b1, b2);
        Store(tile, 2, c0, c1, c2);
        Store(tile, 3, d0, d1, d2);
    }

    private static void Store(Span<double> tile, int row, Vector512<double> x, Vector512<double> y, Vector512<double> z)
    {
        Span<double> target = tile.Slice(row * TileColumns, TileColumns);
        x.CopyTo(target);
        y.CopyTo(target[Vector512<double>.Count..]);
        z.CopyTo(target[(2 * Vector512<double>.Count)..]);
    }

    private static void Mirror(double[] matrix, int n)
    {
        const int Tile = 32;
        for (int i = 0; i < n; i += Tile)
        {
            for (int j = i; j < n; j += Tile)
            {
                for (int a = i; a < Math.Min(n, i + Tile); a++)
                {
                    for (int b = Math.Max(a + 1, j); b < Math.Min(n, j + Tile); b++)
                        matrix[b * n + a] = matrix[a * n + b];
                }
            }
        }
    }
}
