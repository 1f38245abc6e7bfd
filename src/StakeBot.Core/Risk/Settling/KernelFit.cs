using System.Numerics.Tensors;

namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// How the rounds of a tournament hang together, by maximum likelihood on a grid, one choice for all of its models: each series is normal with its own
/// mean and variance and the common autocorrelation of <see cref="DayKernel"/>. One-step prediction errors give the likelihood (Durbin 1960).
/// </summary>
/// <param name="Kernel">The likeliest kernel.</param>
/// <param name="Errors">
/// One-step prediction errors of each series over their standard error, in units of the round return: what every round brought that was new, freed of the
/// overlap. Their squares estimate the variance of a round from as many observations as there are rounds.
/// </param>
public sealed record KernelFit(DayKernel Kernel, IReadOnlyList<double[]> Errors)
{
    private static readonly double[] RoundShares = [0.005, 0.01, 0.02, 0.04, 0.07, 0.11, 0.16, 0.25];
    private static readonly double[] LastingShares = [0, 0.1, 0.2, 0.35, 0.5];

    /// <summary>Fits.</summary>
    /// <param name="series">Returns of final rounds without gaps, one series per model, all of one length.</param>
    /// <param name="scoringDays">D.</param>
    /// <exception cref="ArgumentException">No series, or one of fewer than two rounds.</exception>
    public static KernelFit Of(IReadOnlyList<double[]> series, int scoringDays)
    {
        if (series.Count == 0 || series[0].Length < 2)
            throw new ArgumentException("A kernel needs a series of two rounds or more.", nameof(series));
        double[][] deviations = [.. series.Select(Deviations)];
        return LastingShares
            .SelectMany(_ => RoundShares, (lasting, own) => Whiten(new DayKernel(scoringDays, own, lasting), deviations))
            .MaxBy(fit => fit.LogLikelihood)
            .Fit;
    }

    private static (KernelFit Fit, double LogLikelihood) Whiten(DayKernel kernel, double[][] deviations)
    {
        int rounds = deviations[0].Length;
        double[] correlation = [.. Enumerable.Range(0, rounds).Select(lag => kernel.Covariance(0, kernel.ScoringDays, lag, kernel.ScoringDays))];
        double[][] errors = [.. deviations.Select(_ => new double[rounds])];
        // The last of the weights is that of the round before, as in the series.
        double[] weights = new double[rounds], before = new double[rounds];
        double variance = 1, logs = 0;
        for (int t = 0; t < rounds; t++)
        {
            if (t > 0)
            {
                (weights, before) = (before, weights);
                double reflection = (correlation[t] - TensorPrimitives.Dot<double>(before.AsSpan(0, t - 1), correlation.AsSpan(1, t - 1))) / variance;
                weights[0] = reflection;
                for (int j = 1; j < t; j++)
                    weights[j] = before[j - 1] - reflection * before[t - 1 - j];
                variance *= 1 - reflection * reflection;
            }
            logs += Math.Log(variance);
            for (int i = 0; i < errors.Length; i++)
                errors[i][t] = (deviations[i][t] - TensorPrimitives.Dot<double>(weights.AsSpan(0, t), deviations[i].AsSpan(0, t))) / Math.Sqrt(variance);
        }
        double[] squares = [.. errors.Select(one => TensorPrimitives.SumOfSquares<double>(one)).Where(square => square > 0)];
        return (new KernelFit(kernel, errors), -0.5 * squares.Sum(square => rounds * Math.Log(square / rounds) + logs));
    }

    private static double[] Deviations(double[] series)
    {
        double mean = series.Average();
        return [.. series.Select(r => r - mean)];
    }
}
