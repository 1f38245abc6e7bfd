using System.Collections.Immutable;

namespace StakeBot.Core.Allocation;

/// <summary>The least and the greatest weight of each asset: lower ≤ w ≤ upper, as shares of the whole.</summary>
public sealed class Bounds
{
    /// <summary>Takes a pair of bounds for each asset.</summary>
    /// <exception cref="ArgumentException">Different lengths, a number that is none, or a lower bound above its upper bound.</exception>
    public Bounds(IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        if (lower.Count != upper.Count)
            throw new ArgumentException($"{lower.Count} lower bounds, {upper.Count} upper bounds.", nameof(upper));
        for (int i = 0; i < lower.Count; i++)
        {
            if (!double.IsFinite(lower[i]) || !double.IsFinite(upper[i]) || lower[i] > upper[i])
                throw new ArgumentException(FormattableString.Invariant($"Asset {i} has the bounds {lower[i]} and {upper[i]}."), nameof(lower));
        }
        Lower = [.. lower];
        Upper = [.. upper];
    }

    /// <summary>The lower bounds.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>The upper bounds.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>The number of assets.</summary>
    public int Count => Lower.Length;

    /// <summary>No short positions and the same cap for every asset.</summary>
    public static Bounds LongOnly(int assets, double cap = 1) =>
        new(new double[assets], [.. Enumerable.Repeat(cap, assets)]);
}
