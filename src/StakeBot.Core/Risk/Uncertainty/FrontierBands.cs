using StakeBot.Core.Allocation;

namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>A risk with the interval that its true value lies in, in 90 of 100 histories like this one.</summary>
/// <param name="Risk">The estimate, in the frontier's measure.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record RiskInterval(double Risk, double Low, double High);

/// <summary>
/// What resamples say about a frontier: the true risk of the portfolios on it, which is mostly above the line, for they were chosen because their risk looked
/// small; how often each model enters; and the mean weights of all resamples (Michaud 1998).
/// </summary>
/// <remarks>
/// <para>
/// In the world of the resamples the original estimate is the truth. The resample's portfolio claims a risk and truly has another; the ratio of the two
/// (for measures that can be negative, the difference) is carried over to the portfolios of the original frontier. Low and high are its 5 % and 95 %
/// quantiles: the interval points the right way for a spread (a small estimate can hide a large risk) and has the winner's curse in it.
/// </para>
/// <para>
/// Blocks tear some windows apart, which makes all resampled risks smaller than the original; the mean of the resamples for the original's portfolio
/// stands for the truth, so that it drops out. For overlapping scores of 346 rounds, 24 open at a time, intervals of a fixed portfolio's deviation
/// cover in 85 of 100 histories (percentiles of the resamples themselves: 60), with 64 of 356 rounds in 80.
/// </para>
/// </remarks>
public sealed class FrontierBands
{
    /// <summary>How many positions of the frontier are resampled; between them bands are interpolated.</summary>
    public const int Positions = 9;

    private const double Tail = 0.05;
    private const double Enters = 0.01;

    private readonly Frontier _frontier;
    private readonly (double Low, double High)[] _spread;

    private FrontierBands(Frontier frontier, (double Low, double High)[] spread)
    {
        _frontier = frontier;
        _spread = spread;
    }

    /// <summary>How many resamples were solved.</summary>
    public required int Resamples { get; init; }

    /// <summary>How many were not, and are in no figure.</summary>
    public required int Unsolved { get; init; }

    /// <summary>The mean length of a block, in rounds.</summary>
    public required double MeanBlock { get; init; }

    /// <summary>The interval of the present portfolio's risk; null without one.</summary>
    public required RiskInterval? Present { get; init; }

    /// <summary>For each model the share of the resamples whose least-risk portfolio has at least 1 % of it.</summary>
    public required double[] EntersLeastRisk { get; init; }

    /// <summary>For each model the share of the resamples whose best-ratio portfolio has at least 1 % of it, of those that have such a portfolio.</summary>
    public required double[] EntersBestRatio { get; init; }

    /// <summary>The mean weights of the resamples' least-risk portfolios.</summary>
    public required double[] MeanLeastRisk { get; init; }

    /// <summary>The mean weights of the resamples' best-ratio portfolios; all zero when none has one.</summary>
    public required double[] MeanBestRatio { get; init; }

    /// <summary>The share of the resamples in which a portfolio has a positive ratio at all.</summary>
    public required double HasBestRatio { get; init; }

    /// <summary>The interval of the true risk of a portfolio on the frontier.</summary>
    public RiskInterval Of(CornerPortfolio onFrontier)
    {
        double from = _frontier.MinRisk.Return, to = _frontier.MaxReturn.Return;
        double position = to > from ? Math.Clamp((onFrontier.Return - from) / (to - from), 0, 1) * (Positions - 1) : 0;
        int before = Math.Min((int)position, Positions - 2);
        double share = position - before;
        double low = _spread[before].Low + share * (_spread[before + 1].Low - _spread[before].Low);
        double high = _spread[before].High + share * (_spread[before + 1].High - _spread[before].High);
        return new RiskInterval(onFrontier.Risk, Carry(_frontier.Measure, onFrontier.Risk, low), Carry(_frontier.Measure, onFrontier.Risk, high));
    }

    /// <summary>Gathers resamples.</summary>
    /// <param name="resampling">Where they come from.</param>
    /// <param name="drawn">At least 20 that were solved; those that were not are null.</param>
    /// <exception cref="ArgumentException">Too few.</exception>
    public static FrontierBands Gather(FrontierResampling resampling, IReadOnlyList<ResampledFrontier?> drawn)
    {
        ResampledFrontier[] solved = [.. drawn.OfType<ResampledFrontier>()];
        if (solved.Length < 1 / Tail)
            throw new ArgumentException($"{solved.Length} resamples have no 5 % tail.", nameof(drawn));
        Frontier frontier = resampling.Frontier;
        double[][] best = [.. solved.Select(resample => resample.BestRatio).OfType<double[]>()];
        double[][] least = [.. solved.Select(resample => resample.LeastRisk)];
        return new FrontierBands(frontier, [.. Enumerable.Range(0, Positions).Select(k => SpreadAt(frontier, k, solved))])
        {
            Resamples = solved.Length,
            Unsolved = drawn.Count - solved.Length,
            MeanBlock = resampling.MeanBlock,
            Present = resampling.Present is { } weights ? PresentInterval(frontier, frontier.RiskOf(weights), solved) : null,
            EntersLeastRisk = PerModel(least, weight => weight >= Enters ? 1 : 0, frontier.MinRisk.Weights.Length),
            EntersBestRatio = PerModel(best, weight => weight >= Enters ? 1 : 0, frontier.MinRisk.Weights.Length),
            MeanLeastRisk = PerModel(least, weight => weight, frontier.MinRisk.Weights.Length),
            MeanBestRatio = PerModel(best, weight => weight, frontier.MinRisk.Weights.Length),
            HasBestRatio = (double)best.Length / solved.Length,
        };
    }

    private static (double Low, double High) SpreadAt(Frontier frontier, int position, ResampledFrontier[] solved)
    {
        double estimate = FrontierResampling.Position(frontier, position).Risk;
        double torn = solved.Average(resample => resample.OfOriginal[position]);
        double shift = Spread(frontier.Measure, torn, estimate);
        double[] spreads = [.. solved.Select(resample => Spread(frontier.Measure, Carry(frontier.Measure, resample.Truly[position], shift), resample.Claimed[position]))];
        return (Quantile.Of(spreads, Tail), Quantile.Of(spreads, 1 - Tail));
    }

    private static RiskInterval PresentInterval(Frontier frontier, double risk, ResampledFrontier[] solved)
    {
        double torn = solved.Average(resample => resample.Present);
        double[] spreads = [.. solved.Select(resample => Spread(frontier.Measure, torn, resample.Present))];
        return new RiskInterval(
            risk, Carry(frontier.Measure, risk, Quantile.Of(spreads, Tail)), Carry(frontier.Measure, risk, Quantile.Of(spreads, 1 - Tail)));
    }

    // A deviation is multiplied, every other measure is shifted: a CVaR can be negative, and then no ratio means anything.
    private static double Spread(RiskMeasure measure, double truth, double estimate) =>
        measure != RiskMeasure.Deviation ? truth - estimate : estimate > 0 ? truth / estimate : 1;

    private static double Carry(RiskMeasure measure, double risk, double spread) => measure switch
    {
        RiskMeasure.Deviation => risk * spread,
        RiskMeasure.Cvar => risk + spread,
        _ => Math.Max(0, risk + spread),
    };

    private static double[] PerModel(double[][] weights, Func<double, double> of, int models)
    {
        double[] sums = new double[models];
        foreach (double[] resample in weights)
        {
            for (int i = 0; i < models; i++)
                sums[i] += of(resample[i]);
        }
        return [.. sums.Select(sum => weights.Length == 0 ? 0 : sum / weights.Length)];
    }
}
