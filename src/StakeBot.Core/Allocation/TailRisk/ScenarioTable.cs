using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// One number per scenario and asset, kept by rows and by columns and scaled by a power of two (which is exact) to at most 1, so that the
/// simplex may use absolute tolerances whatever the unit of the returns.
/// </summary>
internal sealed class ScenarioTable
{
    private readonly double[] _rows;
    private readonly double[] _columns;

    private ScenarioTable(int assets, double[] rows, double scale)
    {
        Assets = assets;
        Count = rows.Length / assets;
        Scale = scale;
        _rows = rows;
        _columns = Transpose(rows, assets);
    }

    /// <summary>n.</summary>
    internal int Assets { get; }

    /// <summary>The number of rows.</summary>
    internal int Count { get; }

    /// <summary>What the numbers were multiplied by.</summary>
    internal double Scale { get; }

    /// <summary>Losses −r[t,i]: T rows.</summary>
    internal static ScenarioTable Losses(ScenarioSet scenarios)
    {
        double scale = ScaleOf(scenarios.Values);
        double[] rows = GC.AllocateUninitializedArray<double>(scenarios.Values.Length);
        TensorPrimitives.Multiply(scenarios.Values, -scale, rows);
        return new ScenarioTable(scenarios.Assets, rows, scale);
    }

    /// <summary>Cumulative returns C[t,i] = r[1,i] + … + r[t,i]: T + 1 rows, the first all zero.</summary>
    internal static ScenarioTable Cumulative(ScenarioSet scenarios)
    {
        int n = scenarios.Assets;
        double[] rows = new double[scenarios.Values.Length + n];
        for (int t = 0; t < scenarios.Count; t++)
            TensorPrimitives.Add(rows.AsSpan(t * n, n), scenarios.Row(t), rows.AsSpan((t + 1) * n, n));
        double scale = ScaleOf(rows);
        TensorPrimitives.Multiply(rows, scale, rows);
        return new ScenarioTable(n, rows, scale);
    }

    /// <summary>The numbers of one scenario.</summary>
    internal ReadOnlySpan<double> Row(int scenario) => _rows.AsSpan(scenario * Assets, Assets);

    /// <summary>One number per scenario: the sum over the assets given, each with its weight.</summary>
    internal void Combine(ReadOnlySpan<int> assets, ReadOnlySpan<double> weights, Span<double> sum)
    {
        sum.Clear();
        int from = 0;
        for (; from + 4 <= assets.Length; from += 4)
            Axpy.AddFour(assets.Slice(from, 4), weights, _columns, sum);
        for (; from < assets.Length; from++)
            Axpy.Add(weights[assets[from]], _columns.AsSpan(assets[from] * Count, Count), sum);
    }

    private static double ScaleOf(double[] values)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));
        return largest > 0 ? Math.ScaleB(1, -(Math.ILogB(largest) + 1)) : 1;
    }

    private static double[] Transpose(double[] rows, int assets)
    {
        const int block = 16;
        int count = rows.Length / assets;
        double[] columns = GC.AllocateUninitializedArray<double>(rows.Length);
        for (int top = 0; top < count; top += block)
        {
            int bottom = Math.Min(top + block, count);
            for (int i = 0; i < assets; i++)
            {
                for (int t = top; t < bottom; t++)
                    columns[i * count + t] = rows[t * assets + i];
            }
        }
        return columns;
    }
}
