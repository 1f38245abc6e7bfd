namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Orders in which the same assets can be looked at. Ties are broken by order, so each takes another way to the same frontier.</summary>
internal static class AssetOrder
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    /// <summary>The order of an attempt: as they come, backward, and two that are shuffled by multiples of an irrational number.</summary>
    public static int[] Of(int assets, int attempt)
    {
        int[] order = [.. Enumerable.Range(0, assets)];
        if (attempt == 1)
            Array.Reverse(order);
        if (attempt > 1)
            Array.Sort([.. order.Select(i => (i + attempt) * 0.6180339887498949 * attempt % 1)], order);
        return order;
    }
}
