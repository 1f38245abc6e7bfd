using MathNet.Numerics.LinearAlgebra;
using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class NormalEmTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Without_gaps_it_is_the_sample_at_once()
    {
        NormalEm moments = NormalEm.Estimate([1, 2, 3, 5, 5, 5], 2);
        Assert.Equal([3, 4], moments.Mean, Close);
        Assert.Equal([8 / 3.0, 2, 2, 2], moments.Covariance, Close);
        Assert.True(moments.Converged);
    }

    [Fact]
    public void A_late_starter_has_the_closed_form_of_Anderson()
    {
        double[][] columns = Made.Overlapping(60, 2, 1, seed: 5);
        double[] x = columns[0], y = columns[1][..20];
        double meanX = x.Average(), early = x[..20].Average(), meanY = y.Average();
        double sxx = x[..20].Average(v => (v - early) * (v - early)), syy = y.Average(v => (v - meanY) * (v - meanY));
        double beta = x[..20].Zip(y, (u, v) => (u - early) * (v - meanY)).Average() / sxx;
        double all = x.Average(v => (v - meanX) * (v - meanX));

        NormalEm moments = NormalEm.Estimate([.. x.SelectMany((v, t) => new[] { v, t < 20 ? y[t] : Gap })], 2);

        Assert.True(moments.Converged);
        Assert.Equal(meanY + beta * (meanX - early), moments.Mean[1], 1e-7);
        Assert.Equal(beta * all, moments.Covariance[1], 1e-7);
        Assert.Equal(syy - beta * beta * sxx + beta * beta * all, moments.Covariance[3], 1e-7);
        Assert.Equal([meanX, all], [moments.Mean[0], moments.Covariance[0]], (u, v) => Math.Abs(u - v) < 1e-9);
    }

    [Fact]
    public void Scattered_gaps_end_at_the_top_of_the_likelihood()
    {
        double[][] columns = Made.Overlapping(40, 3, 1, seed: 6);
        Random random = new(7);
        double[] values = [.. Enumerable.Range(0, 40).SelectMany(t => columns.Select(column => random.NextDouble() < 0.25 ? Gap : column[t]))];

        NormalEm moments = NormalEm.Estimate(values, 3);
        double top = LogLikelihood(values, moments.Mean, moments.Covariance);

        Assert.True(moments.Converged);
        for (int k = 0; k < 9; k++)
        {
            foreach (double step in new[] { -0.02, 0.02 })
            {
                double[] mean = [.. moments.Mean], covariance = [.. moments.Covariance];
                mean[k / 3] += step;
                Assert.True(LogLikelihood(values, mean, moments.Covariance) < top);
                covariance[k] += step;
                covariance[3 * (k % 3) + k / 3] = covariance[k];
                Assert.True(LogLikelihood(values, moments.Mean, covariance) < top);
            }
        }
    }

    [Fact]
    public void A_prior_shrinks_covariances_and_not_variances()
    {
        NormalEm moments = NormalEm.Estimate([1, 2, 3, 5, 5, 5], 2, priorRounds: 6);
        Assert.Equal([8 / 3.0, 2 / 3.0, 2 / 3.0, 2], moments.Covariance, Close);
    }

    [Fact]
    public void Copies_and_constants_do_no_harm()
    {
        double[] x = Made.Overlapping(30, 1, 1, seed: 8)[0];
        double[] values = [.. x.SelectMany((v, t) => new[] { v, t % 5 == 0 ? Gap : v, t == 3 ? Gap : 0.7 })];

        NormalEm moments = NormalEm.Estimate(values, 3);

        Assert.Equal(moments.Covariance[0], moments.Covariance[4], 1e-6);
        Assert.Equal((0.7, 0), (Math.Round(moments.Mean[2], 12), Math.Round(moments.Covariance[8], 12)));
    }

    [Fact]
    public void A_column_without_values_is_a_mistake() => Assert.Throws<ArgumentException>(() => NormalEm.Estimate([1, Gap, 2, Gap], 2));

    private static double LogLikelihood(double[] values, double[] mean, double[] covariance)
    {
        double sum = 0;
        for (int t = 0; t < values.Length / mean.Length; t++)
        {
            int[] seen = [.. Enumerable.Range(0, mean.Length).Where(j => !double.IsNaN(values[t * mean.Length + j]))];
            if (seen.Length == 0)
                continue;
            var s = Matrix<double>.Build.Dense(seen.Length, seen.Length, (i, j) => covariance[seen[i] * mean.Length + seen[j]]);
            var d = Vector<double>.Build.Dense(seen.Length, i => values[t * mean.Length + seen[i]] - mean[seen[i]]);
            sum -= (s.Cholesky().DeterminantLn + d * s.Cholesky().Solve(d)) / 2;
        }
        return sum;
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-9;
}
