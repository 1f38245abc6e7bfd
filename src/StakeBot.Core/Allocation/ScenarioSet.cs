namespace StakeBot.Core.Allocation;

/// <summary>Returns of n assets in T equally likely scenarios, in time order; row-major T × n, without gaps.</summary>
public sealed class ScenarioSet
{
    /// <summary>Takes row-major values.</summary>
    /// <exception cref="ArgumentException">The values do not fill rows, or one is no number.</exception>
    public ScenarioSet(int assets, double[] values)
    {
        if (assets < 1 || values.Length % assets != 0)
            throw new ArgumentException($"{values.Length} values do not fill rows of {assets}.", nameof(values));
        if (Array.Exists(values, v => !double.IsFinite(v)))
            throw new ArgumentException("A scenario is not a number.", nameof(values));
        Assets = assets;
        Count = values.Length / assets;
        Values = values;
    }

    /// <summary>n, the number of assets.</summary>
    public int Assets { get; }

    /// <summary>T, the number of scenarios.</summary>
    public int Count { get; }

    /// <summary>The returns, row-major.</summary>
    public double[] Values { get; }

    /// <summary>The returns of one scenario.</summary>
    public ReadOnlySpan<double> Row(int scenario) => Values.AsSpan(scenario * Assets, Assets);
}
