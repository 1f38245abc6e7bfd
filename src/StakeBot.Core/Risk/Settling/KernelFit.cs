namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// How the rounds of a tournament hang together, by maximum likelihood on a grid, one choice for all of its models: the likelihoods of the series
/// (<see cref="SeriesFit"/>) under the common autocorrelation of <see cref="DayKernel"/>, multiplied.
/// </summary>
/// <param name="Kernel">The likeliest kernel.</param>
/// <param name="Variances">The variance of a round of each series, from the one-step prediction errors under that kernel.</param>
public sealed record KernelFit(DayKernel Kernel, IReadOnlyList<double> Variances)
{
    /// <summary>Fits.</summary>
    /// <param name="series">Returns of final rounds without gaps, one series per model, all of one length.</param>
    /// <param name="scoringDays">D.</param>
    /// <param name="memory">Knows series that were fitted before; null: none are.</param>
    /// <exception cref="ArgumentException">No series, or one of fewer than two rounds.</exception>
    public static KernelFit Of(IReadOnlyList<double[]> series, int scoringDays, SettlingMemory? memory = null)
    {
        if (series.Count == 0 || series[0].Length < 2)
            throw new ArgumentException("A kernel needs a series of two rounds or more.", nameof(series));
        SeriesFit[] fits = memory?.FitsOf(series, scoringDays) ?? SeriesFit.Of(series, scoringDays);
        int best = Enumerable.Range(0, SeriesFit.KernelCount).MaxBy(k => -0.5 * fits.Sum(fit => fit.Terms[k] ?? 0));
        return new KernelFit(SeriesFit.Kernel(best, scoringDays), [.. fits.Select(fit => fit.Variances[best])]);
    }
}
