using System.Numerics.Tensors;

namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// The covariance of window returns with recent rounds counting more: weights ω_t ∝ 2^(−age/half-life) on the products of deviations (RiskMetrics 1996),
/// and the overlap taken as in <see cref="WindowCovariance"/>: the Gram matrix of the overlapping sums of √ω_t · (deviation from the weighted mean).
/// </summary>
/// <remarks>
/// Positive semidefinite by construction. Divisor 1 − R·Σω², which for equal weights is that of <see cref="WindowCovariance"/> and for R = 1 that of
/// the weighted sample covariance. A gap has no weight.
/// </remarks>
/// <param name="Covariance">Per window, row-major models × models.</param>
/// <param name="EffectiveRounds">
/// How many rounds of equal weight, and without overlap, the estimate is worth: (Σω)²/Σω² (Kish 1965) times the worth of an overlapping round, the
/// least of all models.
/// </param>
/// <param name="WeightedRounds">(Σω)²/Σω² alone: rounds of equal weight, overlap not counted.</param>
public sealed record EwmaCovariance(double[] Covariance, double EffectiveRounds, double WeightedRounds)
{
    /// <summary>Estimates the covariance.</summary>
    /// <param name="returns">Round returns, rounds × models; every model needs at least two.</param>
    /// <param name="windows">The window of each model.</param>
    /// <param name="halfLife">Rounds after which a round counts half; above 0. Shorter than a window leaves nothing to estimate with.</param>
    /// <exception cref="ArgumentException">The weights leave no more than one window.</exception>
    public static EwmaCovariance Estimate(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, double halfLife)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfLife);
        int models = returns.ModelCount;
        int rows = returns.RoundCount + windows.Max(window => window.Rounds) - 1;
        double[][] sums = new double[models][];
        double[] squares = new double[models];
        double[] variance = new double[models];
        for (int i = 0; i < models; i++)
        {
            double[] column = returns.Column(i);
            double[] weights = Weights(column, halfLife);
            double mean = Weighted(column, weights);
            squares[i] = TensorPrimitives.SumOfSquares<double>(weights);
            double[] deviations = [.. column.Select((r, t) => weights[t] == 0 ? 0 : Math.Sqrt(weights[t]) * (r - mean))];
            variance[i] = TensorPrimitives.SumOfSquares<double>(deviations) / (1 - squares[i]);
            sums[i] = OverlappingSums(deviations, windows[i], rows);
        }
        double[] covariance = new double[models * models];
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double divisor = 1 - Math.Sqrt(windows[i].Rounds * squares[i] * windows[j].Rounds * squares[j]);
                if (divisor <= 0)
                    throw new ArgumentException($"A half-life of {halfLife} rounds leaves no more than one window.", nameof(halfLife));
                double entry = TensorPrimitives.Dot<double>(sums[i], sums[j]) / divisor;
                covariance[i * models + j] = entry;
                covariance[j * models + i] = entry;
            }
        }
        double kish = squares.Min(square => 1 / square);
        double worth = Enumerable.Range(0, models).Min(i => Worth(variance[i], covariance[i * models + i], windows[i]));
        return new EwmaCovariance(covariance, kish * worth, kish);
    }

    private static double Worth(double variance, double windowVariance, RoundWindow window)
    {
        double longRun = windowVariance / (window.Scale * window.Scale * window.Rounds);
        return longRun <= 0 ? 1 : Math.Min(1, variance / longRun);
    }

    private static double[] Weights(double[] column, double halfLife)
    {
        double[] weights = [.. column.Select((r, t) => double.IsNaN(r) ? 0 : Math.Pow(2, -(column.Length - 1 - t) / halfLife))];
        double total = TensorPrimitives.Sum<double>(weights);
        TensorPrimitives.Divide(weights, total, weights);
        return weights;
    }

    private static double Weighted(double[] column, double[] weights)
    {
        double sum = 0;
        for (int t = 0; t < column.Length; t++)
            sum += weights[t] == 0 ? 0 : weights[t] * column[t];
        return sum;
    }

    private static double[] OverlappingSums(double[] deviations, RoundWindow window, int rows)
    {
        double[] sums = new double[rows];
        double running = 0;
        for (int t = 0; t < rows; t++)
        {
            running += At(t) - At(t - window.Rounds);
            sums[t] = window.Scale * running;
        }
        return sums;

        double At(int t) => t < 0 || t >= deviations.Length ? 0 : deviations[t];
    }
}
