using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// What stays the same along a path: Ax = b, l ≤ x ≤ u and the risk ½x′Σx. A variable is an asset or a part of one (<see cref="Asset"/>
/// names it), or stands for no asset at all (−1, no curvature: the slack of a row). Row 0 of A is the budget.
/// </summary>
internal sealed class QuadraticProgram
{
    private readonly double[] _covariance;
    private readonly double[] _perAsset;

    public QuadraticProgram(
        double[] covariance, int assets, int[] asset, double[] lower, double[] upper, double[][] rows, double[] totals)
    {
        _covariance = covariance;
        Assets = assets;
        Asset = asset;
        Lower = lower;
        Upper = upper;
        Rows = rows;
        Totals = totals;
        IsPlain = asset.Length == assets;
        for (int v = 0; IsPlain && v < assets; v++)
            IsPlain = asset[v] == v;
        _perAsset = IsPlain ? [] : new double[assets];
        Unit = MeanOfVariances(covariance, assets);
    }

    /// <summary>Whether the variables are the assets, one by one.</summary>
    public bool IsPlain { get; }

    /// <summary>n, the number of assets.</summary>
    public int Assets { get; }

    /// <summary>The asset that a variable is part of; −1 for none.</summary>
    public int[] Asset { get; }

    /// <summary>l.</summary>
    public double[] Lower { get; }

    /// <summary>u.</summary>
    public double[] Upper { get; }

    /// <summary>A, by rows.</summary>
    public double[][] Rows { get; }

    /// <summary>b.</summary>
    public double[] Totals { get; }

    /// <summary>The number of variables.</summary>
    public int Count => Asset.Length;

    /// <summary>Mean variance of the assets, the unit of every tolerance on a gradient; 1 where nothing varies.</summary>
    public double Unit { get; }

    /// <summary>The same rows and bounds (not copies of them) with no risk at all: a linear program.</summary>
    public QuadraticProgram WithoutCurvature()
    {
        int[] none = new int[Count];
        Array.Fill(none, -1);
        return new QuadraticProgram([], 0, none, Lower, Upper, Rows, Totals);
    }

    /// <summary>Σ for two variables.</summary>
    public double Curvature(int a, int b)
    {
        int i = Asset[a], j = Asset[b];
        return i < 0 || j < 0 ? 0 : _covariance[unchecked(i * Assets + j)];
    }

    /// <summary>Adds a multiple of a variable's row of Σ, at the given variables.</summary>
    public void AddRow(int v, double factor, ReadOnlySpan<int> at, Span<double> sum)
    {
        if (Asset[v] < 0)
            return;
        ReadOnlySpan<double> row = _covariance.AsSpan(Asset[v] * Assets, Assets);
        for (int a = 0; a < at.Length; a++)
        {
            int asset = Asset[at[a]];
            if (asset >= 0)
                sum[a] += factor * row[asset];
        }
    }

    /// <summary>Σx for every variable, where x is zero outside <paramref name="support"/>.</summary>
    public void RiskGradient(ReadOnlySpan<double> x, ReadOnlySpan<int> support, Span<double> gradient)
    {
        if (IsPlain)
        {
            RowSum.Of(_covariance, Assets, Asset, x, support, gradient);
            return;
        }
        RowSum.Of(_covariance, Assets, Asset, x, support, _perAsset);
        Spread(_perAsset, gradient);
    }

    /// <summary>A number of each asset to the variables that are parts of it; 0 to the others.</summary>
    public void Spread(ReadOnlySpan<double> perAsset, Span<double> perVariable)
    {
        for (int v = 0; v < perVariable.Length; v++)
            perVariable[v] = Asset[v] < 0 ? 0 : perAsset[Asset[v]];
    }

    /// <summary>g := g − A′π.</summary>
    public void Price(Span<double> gradient, ReadOnlySpan<double> multipliers)
    {
        for (int i = 0; i < multipliers.Length; i++)
            TensorPrimitives.MultiplyAdd(Rows[i], -multipliers[i], gradient, gradient);
    }

    private static double MeanOfVariances(double[] covariance, int assets)
    {
        double sum = 0;
        for (int i = 0; i < assets; i++)
            sum += covariance[i * assets + i];
        return sum > 0 ? sum / assets : 1;
    }
}
