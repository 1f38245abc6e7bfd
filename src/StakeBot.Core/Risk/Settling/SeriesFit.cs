using System.Numerics.Tensors;

namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// How each of the kernels on the grid fits one model's series: normal with its own mean and variance and the autocorrelation of the kernel. One-step
/// prediction errors give the likelihood (Durbin 1960).
/// </summary>
/// <param name="Variances">
/// By kernel, the mean square of the one-step prediction errors over their standard error, in units of the round return: what every round brought that
/// was new, freed of the overlap. It estimates the variance of a round from as many observations as there are rounds.
/// </param>
/// <param name="Terms">By kernel, −2 times the logarithm of the likelihood, but for a constant; null for a series that does not move.</param>
internal sealed record SeriesFit(double[] Variances, double?[] Terms)
{
    private static readonly double[] RoundShares = [0.005, 0.01, 0.02, 0.04, 0.07, 0.11, 0.16, 0.25];
    private static readonly double[] LastingShares = [0, 0.1, 0.2, 0.35, 0.5];

    /// <summary>The kernels on the grid.</summary>
    public static int KernelCount => LastingShares.Length * RoundShares.Length;

    public static DayKernel Kernel(int number, int scoringDays) =>
        new(scoringDays, RoundShares[number % RoundShares.Length], LastingShares[number / RoundShares.Length]);

    /// <summary>Fits series of one length, two rounds or more.</summary>
    public static SeriesFit[] Of(IReadOnlyList<double[]> series, int scoringDays)
    {
        SeriesFit[] fits = [.. series.Select(_ => new SeriesFit(new double[KernelCount], new double?[KernelCount]))];
        double[][] deviations = [.. series.Select(Deviations)];
        double[][] errors = [.. series.Select(one => new double[one.Length])];
        for (int k = 0; k < KernelCount && fits.Length > 0; k++)
        {
            double logs = Whiten(Kernel(k, scoringDays), deviations, errors);
            for (int i = 0; i < fits.Length; i++)
            {
                int rounds = errors[i].Length;
                double square = TensorPrimitives.SumOfSquares<double>(errors[i]);
                fits[i].Variances[k] = square / rounds;
                fits[i].Terms[k] = square > 0 ? rounds * Math.Log(square / rounds) + logs : null;
            }
        }
        return fits;
    }

    /// <summary>Frees deviations from the mean of the overlap.</summary>
    /// <param name="kernel">How the rounds hang together.</param>
    /// <param name="deviations">Series of one length.</param>
    /// <param name="errors">Takes the one-step prediction errors over their standard error.</param>
    /// <returns>The sum of the logarithms of the errors' variances, in units of a round's.</returns>
    internal static double Whiten(DayKernel kernel, double[][] deviations, double[][] errors)
    {
        int rounds = deviations[0].Length;
        double[] correlation = [.. Enumerable.Range(0, rounds).Select(lag => kernel.Covariance(0, kernel.ScoringDays, lag, kernel.ScoringDays))];
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
        return logs;
    }

    private static double[] Deviations(double[] series)
    {
        double mean = series.Average();
        return [.. series.Select(r => r - mean)];
    }
}
