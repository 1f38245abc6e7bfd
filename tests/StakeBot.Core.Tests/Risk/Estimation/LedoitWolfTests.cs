using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class LedoitWolfTests
{
    // Variances 1, 4, 9 and correlations 0.8, 0, 0.1: r̄ = 0.3.
    private static readonly double[] Covariance = [1, 1.6, 0, 1.6, 4, 0.6, 0, 0.6, 9];

    [Fact]
    public void It_is_the_naive_double_loop()
    {
        double[] target = [1, 0.6, 0.9, 0.6, 4, 1.8, 0.9, 1.8, 9];
        double pi = 0, gamma = 0, rho = 0;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double sij = Covariance[3 * i + j], sii = Covariance[4 * i], sjj = Covariance[4 * j];
                pi += sii * sjj + sij * sij;
                gamma += Math.Pow(target[3 * i + j] - sij, 2);

                // Ledoit & Wolf: ϑ_kk,ij = 2 s_ki s_kj for normal observations.
                double thetaI = 2 * sii * sij, thetaJ = 2 * sjj * sij;
                rho += i == j ? 2 * sii * sii : 0.3 / 2 * (Math.Sqrt(sjj / sii) * thetaI + Math.Sqrt(sii / sjj) * thetaJ);
            }
        }
        double expected = (pi - rho) / gamma / 40;

        (double[] shrunk, double intensity) = LedoitWolf.ToConstantCorrelation(Covariance, 3, 40);

        Assert.InRange(expected, 0.05, 0.95);
        Assert.Equal(expected, intensity, 1e-12);
        for (int k = 0; k < 9; k++)
            Assert.Equal((1 - expected) * Covariance[k] + expected * target[k], shrunk[k], 1e-12);
    }

    [Fact]
    public void Much_data_keep_the_estimate_and_little_data_replace_it()
    {
        Assert.InRange(LedoitWolf.ToConstantCorrelation(Covariance, 3, 1e9).Intensity, 0, 1e-6);
        (double[] shrunk, double intensity) = LedoitWolf.ToConstantCorrelation(Covariance, 3, 0.5);
        Assert.Equal(1, intensity);
        Assert.Equal(0.3 * 3, shrunk[2], 1e-12);
    }

    [Fact]
    public void What_is_its_own_target_is_not_called_shrunk()
    {
        Assert.Equal(0, LedoitWolf.ToConstantCorrelation([1, 0.3, 0.3, 0.7], 2, 10).Intensity);
        Assert.Equal(0, LedoitWolf.ToConstantCorrelation([1.7], 1, 10).Intensity);
        Assert.Equal(0, LedoitWolf.ToConstantCorrelation(new double[9], 3, 10).Intensity);
    }

    [Fact]
    public void A_model_that_does_not_move_keeps_its_zeros()
    {
        (double[] shrunk, _) = LedoitWolf.ToConstantCorrelation([1, 0.8, 0, 0.8, 4, 0, 0, 0, 0], 3, 5);
        Assert.Equal([0, 0, 0], shrunk[6..]);
    }

    [Fact]
    public void Towards_the_identity_it_is_the_naive_double_loop()
    {
        double mean = 14 / 3.0, error = 0, distance = 0;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double sij = Covariance[3 * i + j];
                error += (Covariance[4 * i] * Covariance[4 * j] + sij * sij) / 40;
                distance += Math.Pow(sij - (i == j ? mean : 0), 2);
            }
        }

        (double[] shrunk, double intensity) = LedoitWolf.ToIdentity(Covariance, 3, 40);

        Assert.InRange(error / distance, 0.05, 0.95);
        Assert.Equal(error / distance, intensity, 1e-12);
        Assert.Equal((1 - intensity) * 1 + intensity * mean, shrunk[0], 1e-12);
        Assert.Equal((1 - intensity) * 1.6, shrunk[1], 1e-12);
        Assert.Equal(14, shrunk[0] + shrunk[4] + shrunk[8], 1e-12);
    }

    [Fact]
    public void Little_data_leave_the_identity_and_the_identity_stays()
    {
        (double[] shrunk, double intensity) = LedoitWolf.ToIdentity(Covariance, 3, 0.1);
        Assert.Equal(1, intensity);
        Assert.Equal([14 / 3.0, 0, 0, 0, 14 / 3.0, 0, 0, 0, 14 / 3.0], shrunk, (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(0, LedoitWolf.ToIdentity([2, 0, 0, 2], 2, 10).Intensity);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shrunk_covariances_lie_nearer_to_the_truth(bool identity)
    {
        // 12 models with unit variances and correlation 0.4, 15 independent rounds.
        double before = 0, after = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            ReturnMatrix returns = Made.Returns(Made.Overlapping(15, 12, 1, seed, common: 0.4));
            double[] sample = WindowCovariance.Estimate(returns, Made.Windows(12, 1));
            double[] shrunk = (identity ? LedoitWolf.ToIdentity(sample, 12, 15) : LedoitWolf.ToConstantCorrelation(sample, 12, 15)).Covariance;
            before += Distance(sample);
            after += Distance(shrunk);
        }
        Assert.True(after < 0.85 * before, $"{after} of {before}");

        static double Distance(double[] covariance) => covariance.Select((c, k) => Math.Pow(c - (k % 13 == 0 ? 1 : 0.4), 2)).Sum();
    }
}
