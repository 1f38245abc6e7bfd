namespace StakeBot.Core.Risk.Estimation;

/// <summary>Widens the rounds that were told by others, about their mean, until the window variance of the whole history is what it should be.</summary>
internal static class Widening
{
    private const int Halvings = 60;
    private const double Most = 10;

    /// <summary>The history with its told rounds widened; as it is when it is wide enough, or when no widening up to tenfold would do.</summary>
    /// <param name="told">A complete history.</param>
    /// <param name="observed">Which of its rounds are its own; those stay.</param>
    /// <param name="window">Its window.</param>
    /// <param name="wanted">The variance of a window.</param>
    public static double[] To(double[] told, bool[] observed, RoundWindow window, double wanted)
    {
        double[] others = [.. told.Where((_, t) => !observed[t])];
        if (others.Length == 0 || Variance(told) >= wanted || Variance(Wider(Most)) < wanted)
            return told;
        double low = 1, high = Most;
        for (int k = 0; k < Halvings; k++)
        {
            double middle = (low + high) / 2;
            (low, high) = Variance(Wider(middle)) < wanted ? (middle, high) : (low, middle);
        }
        return Wider(high);

        double[] Wider(double factor)
        {
            double mean = others.Average();
            return [.. told.Select((r, t) => observed[t] ? r : mean + factor * (r - mean))];
        }

        double Variance(double[] history) => WindowCovariance.OfOne(history, window);
    }
}
