namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// What breaks ties: every scenario's loss and every cap is thought to be larger by ε times its own fixed pseudo-random number, with ε infinitely small.
/// The answer keeps the data as they are; only the order among equals comes from here. All numbers of the simplex are scaled to about 1.
/// </summary>
/// <param name="Seed">Chooses the pseudo-random numbers.</param>
/// <param name="Loss">Two losses, or a loss and the edge, that are no further apart are equal.</param>
/// <param name="Rate">A change along a direction that is smaller than this, relative to the largest one, is rounding.</param>
internal sealed record TieRule(ulong Seed, double Loss, double Rate)
{
    /// <summary>
    /// The rules to try, one after the other. The first one serves but for data that hold, on top of many equal numbers, models which differ
    /// by a millionth or less.
    /// </summary>
    internal static IReadOnlyList<TieRule> All { get; } =
        [new(1, 1e-14, 1e-10), new(2, 1e-14, 1e-7), new(3, 1e-15, 1e-9), new(4, 1e-13, 1e-8), new(5, 1e-12, 1e-6), new(6, 1e-16, 1e-12)];

    /// <summary>A number in 0.5 … 1.5 for the item of that index (SplitMix64).</summary>
    internal double Of(int item)
    {
        unchecked
        {
            ulong z = Seed + (ulong)(item + 1) * 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return 0.5 + (z >> 11) * (1.0 / (1UL << 53));
        }
    }
}
