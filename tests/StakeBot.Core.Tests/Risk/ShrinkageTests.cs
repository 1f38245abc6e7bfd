using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class ShrinkageTests
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

        (double[] shrunk, double intensity) = Shrinkage.ToConstantCorrelation(Covariance, 3, 40);

        Assert.InRange(expected, 0.05, 0.95);
        Assert.Equal(expected, intensity, 1e-12);
        for (int k = 0; k < 9; k++)
            Assert.Equal((1 - expected) * Covariance[k] + expected * target[k], shrunk[k], 1e-12);
    }

    [Fact]
    public void Much_data_keep_the_estimate_and_little_data_replace_it()
    {
        Assert.InRange(Shrinkage.ToConstantCorrelation(Covariance, 3, 1e9).Intensity, 0, 1e-6);
        (double[] shrunk, double intensity) = Shrinkage.ToConstantCorrelation(Covariance, 3, 0.5);
        Assert.Equal(1, intensity);
        Assert.Equal(0.3 * 3, shrunk[2], 1e-12);
    }

    [Fact]
    public void What_is_its_own_target_is_not_called_shrunk()
    {
        Assert.Equal(0, Shrinkage.ToConstantCorrelation([1, 0.3, 0.3, 0.7], 2, 10).Intensity);
        Assert.Equal(0, Shrinkage.ToConstantCorrelation([1.7], 1, 10).Intensity);
        Assert.Equal(0, Shrinkage.ToConstantCorrelation(new double[9], 3, 10).Intensity);
    }

    [Fact]
    public void A_model_that_does_not_move_keeps_its_zeros()
    {
        (double[] shrunk, _) = Shrinkage.ToConstantCorrelation([1, 0.8, 0, 0.8, 4, 0, 0, 0, 0], 3, 5);
        Assert.Equal([0, 0, 0], shrunk[6..]);
    }

    [Fact]
    public void Means_are_pulled_by_hand()
    {
        // V = 0.02·I, deviations from 0.1: ∓0.3, ∓0.1. Σ d² / 0.02 = 0.2 / 0.02 = 10; (4 − 3) / 10 = 0.1.
        double[] v = Diagonal(0.02, 4);
        (double[] means, double intensity) = Shrinkage.ToGrandMean([-0.2, 0, 0.2, 0.4], v);
        Assert.Equal(0.1, intensity, 1e-12);
        Assert.Equal([-0.17, 0.01, 0.19, 0.37], means.Select(mean => Math.Round(mean, 12)));
    }

    [Fact]
    public void Means_that_tell_nothing_become_their_average()
    {
        (double[] means, double intensity) = Shrinkage.ToGrandMean([-0.2, 0, 0.2, 0.4], Diagonal(1, 4));
        Assert.Equal(1, intensity);
        Assert.All(means, mean => Assert.Equal(0.1, mean, 1e-15));
        Assert.Equal(1, Shrinkage.ToGrandMean([3, 3, 3, 3], Diagonal(1, 4)).Intensity);
    }

    [Fact]
    public void Three_means_are_left_as_they_are()
    {
        (double[] means, double intensity) = Shrinkage.ToGrandMean([1, 2, 3], Diagonal(1, 3));
        Assert.Equal(0, intensity);
        Assert.Equal([1, 2, 3], means);
    }

    [Fact]
    public void Shrunk_means_lie_nearer_to_the_truth()
    {
        double[] truth = [.. Enumerable.Range(0, 10).Select(i => 0.1 * i)];
        double before = 0, after = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            double[] seen = [.. Made.Normals(new Random(seed), 10).Select((noise, i) => truth[i] + 0.5 * noise)];
            double[] shrunk = Shrinkage.ToGrandMean(seen, Diagonal(0.25, 10)).Means;
            before += seen.Zip(truth, (x, y) => (x - y) * (x - y)).Sum();
            after += shrunk.Zip(truth, (x, y) => (x - y) * (x - y)).Sum();
        }
        Assert.True(after < 0.75 * before, $"{after} of {before}");
    }

    private static double[] Diagonal(double value, int n) => [.. Enumerable.Range(0, n * n).Select(k => k % (n + 1) == 0 ? value : 0)];
}
