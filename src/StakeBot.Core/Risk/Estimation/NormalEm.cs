namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// Means and covariance of normal rows with gaps by maximum likelihood: expectation and maximisation in turn (Dempster, Laird and Rubin 1977; Little and
/// Rubin, Statistical Analysis with Missing Data). E: a gap is its conditional expectation given the round's other returns, and what remains uncertain
/// is kept. M: moments of the completed rows plus what remains.
/// </summary>
/// <remarks>
/// With a ridge prior (Schafer 1997, 5.2.3) of ν rounds without any correlation the covariances, not the variances, shrink by T/(T + ν): the same
/// as ridge regression of each model on the others, and what keeps few effective rounds from inventing relations. Divisor T, as likelihood has it.
/// </remarks>
public sealed class NormalEm
{
    private const int MostIterations = 1000;
    private const double Tolerance = 1e-9;

    private NormalEm(double[] mean, double[] covariance, int iterations, bool converged)
    {
        Mean = mean;
        Covariance = covariance;
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>One per column.</summary>
    public double[] Mean { get; }

    /// <summary>Row-major, divisor T.</summary>
    public double[] Covariance { get; }

    /// <summary>How many turns it took.</summary>
    public int Iterations { get; }

    /// <summary>Whether the last turn changed nothing any more. Every turn raises the likelihood, so the last one is the best that was reached.</summary>
    public bool Converged { get; }

    /// <summary>Estimates.</summary>
    /// <param name="values">Row-major rows × columns, NaN for a gap; every column has at least one value.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="priorRounds">ν, at least 0; 0 is plain maximum likelihood.</param>
    /// <exception cref="ArgumentException">A column without any value.</exception>
    public static NormalEm Estimate(double[] values, int columns, double priorRounds = 0)
    {
        int rows = values.Length / columns;
        (double[] mean, double[] covariance) = Start(values, rows, columns);
        (int[] Missing, int[] Rows)[] patterns = Patterns(values, rows, columns);
        int iteration = 0;
        double change = double.PositiveInfinity;
        while (iteration < MostIterations && change > Tolerance)
        {
            (double[] nextMean, double[] nextCovariance) = Turn(values, rows, columns, patterns, mean, covariance, priorRounds);
            change = Change(mean, covariance, nextMean, nextCovariance, columns);
            (mean, covariance) = (nextMean, nextCovariance);
            iteration++;
        }
        return new NormalEm(mean, covariance, iteration, change <= Tolerance);
    }

    private static (double[] Mean, double[] Covariance) Turn(
        double[] values, int rows, int columns, (int[] Missing, int[] Rows)[] patterns, double[] mean, double[] covariance, double priorRounds)
    {
        Sweep all = Sweep.All(covariance, columns);
        double[] completed = (double[])values.Clone();
        double[] remaining = new double[columns * columns];
        double[] deviations = new double[columns];
        foreach ((int[] missing, int[] members) in patterns)
        {
            Sweep known = all.Without(missing);
            foreach (int i in missing)
            {
                foreach (int j in missing)
                    remaining[i * columns + j] += members.Length * known.Remaining(i, j);
            }
            foreach (int t in members)
            {
                for (int j = 0; j < columns; j++)
                    deviations[j] = values[t * columns + j] - mean[j];
                foreach (int i in missing)
                    completed[t * columns + i] = mean[i] + known.Expect(i, deviations);
            }
        }
        return Moments(completed, rows, columns, remaining, (double)rows / (rows + priorRounds));
    }

    private static (double[] Mean, double[] Covariance) Moments(double[] completed, int rows, int columns, double[] remaining, double kept)
    {
        double[] mean = new double[columns];
        for (int t = 0; t < rows; t++)
        {
            for (int j = 0; j < columns; j++)
                mean[j] += completed[t * columns + j] / rows;
        }
        double[] covariance = remaining;
        double[] deviations = new double[columns];
        for (int t = 0; t < rows; t++)
        {
            for (int j = 0; j < columns; j++)
                deviations[j] = completed[t * columns + j] - mean[j];
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j <= i; j++)
                    covariance[i * columns + j] += deviations[i] * deviations[j];
            }
        }
        for (int i = 0; i < columns; i++)
        {
            covariance[i * columns + i] /= rows;
            for (int j = 0; j < i; j++)
            {
                double entry = kept * covariance[i * columns + j] / rows;
                covariance[i * columns + j] = entry;
                covariance[j * columns + i] = entry;
            }
        }
        return (mean, covariance);
    }

    private static (double[] Mean, double[] Covariance) Start(double[] values, int rows, int columns)
    {
        double[] mean = new double[columns];
        double[] covariance = new double[columns * columns];
        for (int j = 0; j < columns; j++)
        {
            double[] seen = [.. Enumerable.Range(0, rows).Select(t => values[t * columns + j]).Where(x => !double.IsNaN(x))];
            if (seen.Length == 0)
                throw new ArgumentException($"Column {j} has no value.", nameof(values));
            mean[j] = seen.Average();
            covariance[j * columns + j] = seen.Sum(x => (x - mean[j]) * (x - mean[j])) / seen.Length;
        }
        return (mean, covariance);
    }

    // Rows with the same gaps share one regression; rows without any need none.
    private static (int[] Missing, int[] Rows)[] Patterns(double[] values, int rows, int columns) =>
    [
        .. Enumerable.Range(0, rows)
            .Select(t => (Row: t, Missing: Enumerable.Range(0, columns).Where(j => double.IsNaN(values[t * columns + j])).ToArray()))
            .Where(row => row.Missing.Length > 0)
            .GroupBy(row => string.Join(',', row.Missing))
            .Select(group => (group.First().Missing, group.Select(row => row.Row).ToArray())),
    ];

    // In units of the standard deviations.
    private static double Change(double[] mean, double[] covariance, double[] nextMean, double[] nextCovariance, int columns)
    {
        double change = 0;
        double[] deviation = [.. Enumerable.Range(0, columns).Select(j => Math.Sqrt(nextCovariance[j * columns + j]))];
        for (int i = 0; i < columns; i++)
        {
            if (deviation[i] == 0)
                continue;
            change = Math.Max(change, Math.Abs(nextMean[i] - mean[i]) / deviation[i]);
            for (int j = 0; j <= i; j++)
            {
                if (deviation[j] != 0)
                    change = Math.Max(change, Math.Abs(nextCovariance[i * columns + j] - covariance[i * columns + j]) / (deviation[i] * deviation[j]));
            }
        }
        return change;
    }
}
