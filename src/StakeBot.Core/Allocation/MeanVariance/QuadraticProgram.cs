namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// The constraints and the curvature that stay the same along a path: x with l ≤ x ≤ u and Ax = b, risk ½x′Σx.
/// A variable is an asset or a part of one, or the slack of a row (asset −1, no curvature). Row 0 of A is the budget.
/// </summary>
internal sealed class QuadraticProgram
{
    private readonly double[] _covariance;
    private readonly bool _plain;

    public QuadraticProgram(double[] covariance, int assets, int[] asset, double[] lower, double[] upper, double[][] rows, double[] totals)
    {
        _covariance = covariance;
        Assets = assets;
        Asset = asset;
        Lower = lower;
        Upper = upper;
        Rows = rows;
        Totals = totals;
        _plain = asset.Length == assets;
        for (int i = 0; i < assets; i++)
            _plain &= asset[i] == i;
        Unit = MeanVariance();
    }

    public int Assets { get; }

    public int[] Asset { get; }

    public double[] Lower { get; }

    public double[] Upper { get; }

    public double[][] Rows { get; }

    public double[] Totals { get; }

    public int Count => Asset.Length;

    /// <summary>Mean variance of the assets, the unit of every tolerance on a gradient; 1 where nothing varies.</summary>
    public double Unit { get; }

    /// <summary>Second derivative of the risk by two variables.</summary>
    public double Curvature(int a, int b)
    {
        int i = Asset[a], j = Asset[b];
        return i < 0 || j < 0 ? 0 : _covariance[unchecked(i * Assets + j)];
    }

    /// <summary>Σx over the given variables, for every variable.</summary>
    public void Gradient(ReadOnlySpan<double> x, ReadOnlySpan<int> support, Span<double> gradient)
    {
        Span<double> perAsset = _plain ? gradient : new double[Assets];
        RowSum.Of(_covariance, Assets, Asset, x, support, perAsset);
        if (_plain)
            return;
        for (int v = 0; v < gradient.Length; v++)
            gradient[v] = Asset[v] < 0 ? 0 : perAsset[Asset[v]];
    }

    private double MeanVariance()
    {
        double sum = 0;
        for (int i = 0; i < Assets; i++)
            sum += _covariance[i * Assets + i];
        return sum > 0 ? sum / Assets : 1;
    }
}
