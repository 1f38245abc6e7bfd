using System.Globalization;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Whether any portfolio keeps the bounds, and if none does, which bounds are in the way, by how much, and what would work.</summary>
internal static class Feasibility
{
    private const double Tolerance = 1e-12;

    public static FrontierOutcome.Infeasible? Objection(Bounds bounds)
    {
        double least = bounds.Lower.Sum(), greatest = bounds.Upper.Sum();
        if (greatest < 1 - Tolerance)
        {
            return new FrontierOutcome.Infeasible("cap", string.Create(CultureInfo.InvariantCulture,
                $"The caps of all {bounds.Count} add up to {greatest:0.######}, {1 - greatest:0.######} short of 1: a cap of {SmallestCap(bounds):0.######} for each would do."));
        }
        if (least > 1 + Tolerance)
        {
            return new FrontierOutcome.Infeasible("floor", string.Create(CultureInfo.InvariantCulture,
                $"The least weights of all {bounds.Count} add up to {least:0.######}, {least - 1:0.######} above 1: a floor of {1.0 / bounds.Count:0.######} for each would do."));
        }
        return null;
    }

    /// <summary>The smallest c with Σ max(l_i, c) = 1: one cap for all that would leave room for a whole portfolio.</summary>
    private static double SmallestCap(Bounds bounds)
    {
        double[] floors = [.. bounds.Lower];
        Array.Sort(floors);
        double above = floors.Sum();
        for (int i = 0; i < floors.Length; i++)
        {
            above -= floors[i];
            double cap = (1 - above) / (i + 1);
            if (i + 1 == floors.Length || cap <= floors[i + 1])
                return cap;
        }
        return 1;
    }
}
