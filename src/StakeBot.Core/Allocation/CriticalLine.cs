namespace StakeBot.Core.Allocation;

/// <summary>The whole exact mean–variance frontier (Markowitz 1956), traced upward from minimum variance.</summary>
public static class CriticalLine
{
    /// <summary>Traces every corner portfolio of min ½w′Σw − λμ′w, 1′w = 1, l ≤ w ≤ u, for λ from 0 upward.</summary>
    public static FrontierOutcome Trace(Moments moments, Bounds bounds) =>
        throw new InvalidOperationException($"{moments.Count} assets, {bounds.Count} bounds: not traced yet.");
}
