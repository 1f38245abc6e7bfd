using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Backtesting;

/// <summary>
/// Result and risk of a window of R rounds, from a series of round results that overlap. The variance of a window is R·NW (Newey and West 1987, Bartlett,
/// lag R − 1), which is exactly that of the overlapping sums; errors count only as many windows as are independent (<see cref="IndependentWindows"/>).
/// </summary>
/// <param name="Mean">Mean result of a window, R times that of a round.</param>
/// <param name="Deviation">Standard deviation of a window's result.</param>
/// <param name="MeanError">Standard error of the mean: deviation / √windows.</param>
/// <param name="Windows">How many independent windows the rounds are worth, less than rounds / R.</param>
/// <param name="Effective">What the rounds are worth as independent ones.</param>
public sealed record WindowFigures(double Mean, double Deviation, double MeanError, double Windows, double Effective)
{
    private static readonly Model Fund = new(new ModelId("fund"), "fund", Tournament.None);

    /// <summary>Sharpe ratio per window, risk-free 0; null when nothing moved.</summary>
    public double? Sharpe => Deviation > 0 ? Mean / Deviation : null;

    /// <summary>Its standard error, √((1 + ½·Sharpe²) / windows) (Lo 2002); null without a ratio.</summary>
    public double? SharpeError => Sharpe is { } sharpe ? Math.Sqrt((1 + sharpe * sharpe / 2) / Windows) : null;

    /// <summary>Mean over its standard error; null when nothing moved.</summary>
    public double? T => MeanError > 0 ? Mean / MeanError : null;

    /// <summary>The figures of a series.</summary>
    /// <param name="roundResults">One number per round, in time order; more than R.</param>
    /// <param name="rounds">R.</param>
    /// <exception cref="ArgumentException">Not more rounds than a window has.</exception>
    public static WindowFigures Of(IReadOnlyList<double> roundResults, int rounds)
    {
        var series = new ReturnMatrix(new RoundNumber(1), [Fund], [.. roundResults]);
        RoundWindow[] window = [new RoundWindow(rounds, StakingRegime.Legacy)];
        double[] variance = WindowCovariance.Estimate(series, window);
        double windows = IndependentWindows.Of(series, window, variance, [roundResults.Count], [false])[0];
        double deviation = Math.Sqrt(Math.Max(0, variance[0]));
        return new WindowFigures(
            rounds * roundResults.Average(),
            deviation,
            deviation / Math.Sqrt(windows),
            windows,
            EffectiveRounds.PerModel(series, window, variance)[0]);
    }
}
