namespace StakeBot.Core.Risk;

/// <summary>
/// The worst (1 − β) of equally likely losses, where the last one may count in part (Rockafellar and Uryasev 2002):
/// k = (1 − β)T losses, of which ⌊k⌋ count in full and the next one with the remainder.
/// </summary>
internal static class FractionalTail
{
    // A remainder below this is the rounding of (1 − β)T, not a part of a loss.
    private const double Rounding = 1e-12;

    /// <summary>k = (1 − β)T, free of the rounding of 1 − β.</summary>
    internal static double Count(int losses, double level)
    {
        if (losses < 1)
            throw new ArgumentException("A tail needs at least one value.", nameof(losses));
        if (!(level >= 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is at least 0 and below 1, such as 0.95.");
        double k = (1 - level) * losses;
        double whole = Math.Round(k);
        return whole > 0 && Math.Abs(k - whole) <= Rounding ? whole : k;
    }

    /// <summary>How many losses count, in full or in part: ⌈k⌉.</summary>
    internal static int Touched(double k) => (int)Math.Ceiling(k);

    /// <summary>The mean of the k greatest losses: v + Σ(L − v)⁺ / k with v the ⌈k⌉-th greatest. Reorders what it is given.</summary>
    internal static double Mean(Span<double> losses, double k)
    {
        double threshold = Greatest(losses, Touched(k));
        double excess = 0;
        foreach (double loss in losses)
            excess += Math.Max(0, loss - threshold);
        return threshold + excess / k;
    }

    /// <summary>The value that has rank <paramref name="rank"/> (1 = greatest), by Hoare's selection. Reorders what it is given.</summary>
    internal static double Greatest(Span<double> values, int rank)
    {
        int wanted = rank - 1, low = 0, high = values.Length - 1;
        while (low < high)
        {
            double pivot = MedianOf(values[low], values[low + (high - low) / 2], values[high]);
            int i = low, j = high;
            while (i <= j)
            {
                while (values[i] > pivot)
                    i++;
                while (values[j] < pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }
            if (wanted <= j)
                high = j;
            else if (wanted >= i)
                low = i;
            else
                break;
        }
        return values[wanted];
    }

    private static double MedianOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
