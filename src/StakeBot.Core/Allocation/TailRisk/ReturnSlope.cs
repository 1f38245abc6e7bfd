using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// μ, and μ as the simplex sees it: centred and divided by its spread, so that its λ is free of the unit of the returns.
/// Means that differ by rounding alone count as equal.
/// </summary>
internal sealed class ReturnSlope
{
    // Column means carry errors of this size, relative to the largest return.
    private const double Rounding = 1e-15;

    // Means whose spread is below this, relative to the largest return, are equal.
    private const double NoSpread = 1e-11;

    // Below this price (risk per return) a return costs nothing: the frontier starts above.
    private const double FlatPrice = 1e-11;

    internal ReturnSlope(ScenarioSet scenarios, double scale, double[]? expected)
    {
        int n = scenarios.Assets;
        if (expected is not null && expected.Length != n)
            throw new ArgumentException($"{expected.Length} expected returns for {n} assets.", nameof(expected));
        if (expected is not null && !Array.TrueForAll(expected, double.IsFinite))
            throw new ArgumentException("An expected return is not a number.", nameof(expected));
        Mean = expected ?? ColumnMeans(scenarios);
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(scenarios.Values));
        double low = Mean.Min(), high = Mean.Max();
        double spread = high - low;
        Slope = new double[n];
        if (spread <= NoSpread * largest)
            return;
        for (int i = 0; i < n; i++)
            Slope[i] = (Mean[i] - low) / spread - 0.5;
        Tolerance = 1e-12 + Rounding * largest / spread;
        Price = 1 / (scale * spread);
        Flat = Math.Max(FlatPrice / Price, 1e-13);
    }

    /// <summary>μ, the expected returns: the column means unless others were given.</summary>
    internal double[] Mean { get; }

    /// <summary>(μ − middle) / spread, in −½ … ½; all zero when the means are equal.</summary>
    internal double[] Slope { get; }

    /// <summary>Slopes closer than this are equal.</summary>
    internal double Tolerance { get; } = 1e-12;

    /// <summary>The price (risk per return, both in the unit of the data) that a λ of 1 stands for.</summary>
    internal double Price { get; } = 1;

    /// <summary>The λ of the simplex below which a return costs nothing.</summary>
    internal double Flat { get; } = 1e-13;

    private static double[] ColumnMeans(ScenarioSet scenarios)
    {
        double[] mean = new double[scenarios.Assets];
        for (int t = 0; t < scenarios.Count; t++)
            TensorPrimitives.Add(mean, scenarios.Row(t), mean);
        TensorPrimitives.Divide(mean, scenarios.Count, mean);
        return mean;
    }
}
