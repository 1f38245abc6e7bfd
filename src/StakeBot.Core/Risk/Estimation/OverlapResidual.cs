namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// What a round without a score would have had beside what the other models tell of it. Scores overlap, so a residual is close to its neighbours:
/// with ρ(k) = 1 − k/R its best guess between two known rounds is the straight line, and what that misses is small, 2ab/((a + b)R) of its variance at
/// distances a and b. Where no such pair is near (before the first score, after the last, across a gap of a window or more) the known residuals are
/// repeated instead, mirrored at the nearest known round: they keep their size, their overlap and their relation to other models' residuals, which a
/// guess of zero would take out of every risk (filtered historical simulation; Barone-Adesi, Giannopoulos and Vosper 1999).
/// </summary>
internal static class OverlapResidual
{
    /// <summary>The residuals of the rounds that have none; 0 in the others.</summary>
    /// <param name="observed">For each round whether it is known; at least one is.</param>
    /// <param name="residual">The residual of a known round.</param>
    /// <param name="window">R.</param>
    public static double[] Fill(bool[] observed, Func<int, double> residual, int window)
    {
        int[] known = [.. Enumerable.Range(0, observed.Length).Where(t => observed[t])];
        double[] filled = new double[observed.Length];
        int left = -1;
        for (int t = 0; t < observed.Length; t++)
        {
            if (observed[t])
            {
                left++;
                continue;
            }
            int first = left < 0 ? -1 : known[left];
            int last = left + 1 == known.Length ? -1 : known[left + 1];
            bool isShort = first >= 0 && last >= 0 && last - first - 1 < window;
            filled[t] = isShort
                ? Between(residual(first), residual(last), (t - first) / (double)(last - first))
                : residual(known[Mirror(t, first, last, left, known.Length)]);
        }
        return filled;
    }

    private static double Between(double from, double to, double share) => from + share * (to - from);

    private static int Mirror(int t, int first, int last, int left, int count)
    {
        bool fromLeft = first >= 0 && (last < 0 || t - first <= last - t);
        int at = fromLeft ? left - (t - first - 1) : left + 1 + (last - t - 1);
        int turned = ((at % (2 * count)) + 2 * count) % (2 * count);
        return turned < count ? turned : 2 * count - 1 - turned;
    }
}
