using MathNet.Numerics.LinearAlgebra;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk;

public sealed class WindowCovarianceTests
{
    [Fact]
    public void By_hand()
    {
        // Deviations −1, 0, 1; sums of two with zeros around: −1, −1, 1, 1. 4 / (3 − 2) = 4.
        Assert.Equal([4], WindowCovariance.Estimate(Made.Returns([1, 2, 3]), Made.Windows(1, 2)), Close);

        // The same, a quarter each: Atomic, e = 1/2.
        Assert.Equal([1], WindowCovariance.Estimate(Made.Returns([1, 2, 3]), Made.Windows(1, 2, StakingRegime.Atomic)), Close);
    }

    [Fact]
    public void With_single_rounds_it_is_the_sample_covariance()
    {
        double[][] columns = Made.Overlapping(60, 3, 5, seed: 1);
        double[] covariance = WindowCovariance.Estimate(Made.Returns(columns), Made.Windows(3, 1));
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                Assert.Equal(MathNet.Numerics.Statistics.Statistics.Covariance(columns[i], columns[j]), covariance[i * 3 + j], 1e-13);
        }
    }

    [Theory]
    [InlineData(StakingRegime.Legacy)]
    [InlineData(StakingRegime.Atomic)]
    public void It_is_the_naive_Newey_West_times_the_window(StakingRegime regime)
    {
        const int T = 90, R = 7;
        double[][] columns = Made.Overlapping(T, 4, 6, seed: 2);
        double e = regime == StakingRegime.Legacy ? 1 : 1.0 / R;
        double[] covariance = WindowCovariance.Estimate(Made.Returns(columns), Made.Windows(4, R, regime));
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                Assert.Equal(e * e * R * NeweyWest(columns[i], columns[j], R) * T / (T - R), covariance[i * 4 + j], 1e-12);
        }
    }

    [Fact]
    public void It_finds_the_variance_of_a_window_of_overlapping_scores()
    {
        // Sums of 8 unit draws / √8: the variance of a sum of 8 of them is Σ (8 − |k|)² / 8 over |k| < 8 = 43.
        double[] estimates = [.. Enumerable.Range(0, 300).Select(seed =>
            WindowCovariance.Estimate(Made.Returns(Made.Overlapping(400, 1, 8, seed)), Made.Windows(1, 8))[0])];
        Assert.Equal(43, estimates.Average(), 2.0);
    }

    [Fact]
    public void It_is_positive_semidefinite_with_gaps_and_windows_of_different_lengths()
    {
        double[][] columns = Made.Overlapping(50, 8, 9, seed: 3);
        Random random = new(4);
        foreach (double[] column in columns)
        {
            for (int t = 0; t < column.Length; t++)
                column[t] = random.NextDouble() < 0.15 ? double.NaN : column[t];
        }
        RoundWindow[] windows = [.. Enumerable.Range(0, 8).Select(i => new RoundWindow(2 + 3 * (i % 3), i % 2 == 0 ? StakingRegime.Legacy : StakingRegime.Atomic))];

        double[] covariance = WindowCovariance.Estimate(Made.Returns(columns), windows);

        var matrix = Matrix<double>.Build.Dense(8, 8, covariance);
        Assert.True(matrix.IsSymmetric());
        Assert.True(matrix.Evd().EigenValues.Min(value => value.Real) > -1e-12 * matrix.Trace());
    }

    [Fact]
    public void More_rounds_than_the_window_are_needed() =>
        Assert.Throws<ArgumentException>(() => WindowCovariance.Estimate(Made.Returns([1, 2, 3]), Made.Windows(1, 3)));

    [Theory]
    [InlineData("videigren", 10.88)]
    [InlineData("fearindex", 10.27)]
    [InlineData("nb_feat_neutral", 15.77)]
    [InlineData("v5_example_preds", 12.19)]
    [InlineData("shatteredx", 10.55)]
    public void The_inflation_of_the_reference_scores_is_found_again(string model, double published)
    {
        ReturnMatrix all = SharedScores.Priced(SharedScores.Plain).Returns;
        ReturnMatrix returns = all.OfModels([.. Enumerable.Range(0, all.ModelCount).Where(i => all.Models[i].Name == model)]);
        double[] x = returns.Column(0);

        // Published: autocovariances divided by the number of pairs; ours: by T, which a Gram matrix needs.
        double published25 = 1, ours25 = 1;
        for (int k = 1; k <= 25; k++)
        {
            published25 += 2 * (1 - k / 26.0) * Autocovariance(x, x, k) * x.Length / (x.Length - k) / Autocovariance(x, x, 0);
            ours25 += 2 * (1 - k / 26.0) * Autocovariance(x, x, k) / Autocovariance(x, x, 0);
        }
        double window = WindowCovariance.Estimate(returns, Made.Windows(1, 26))[0];

        Assert.Equal(published, published25, 0.005);
        Assert.Equal(ours25, window * (346 - 26) / (26 * 346 * Autocovariance(x, x, 0)), 1e-9);
    }

    private static double NeweyWest(double[] x, double[] y, int rounds)
    {
        double sum = Autocovariance(x, y, 0);
        for (int k = 1; k < rounds; k++)
            sum += (1 - k / (double)rounds) * (Autocovariance(x, y, k) + Autocovariance(y, x, k));
        return sum;
    }

    private static double Autocovariance(double[] x, double[] y, int lag)
    {
        double meanX = x.Average(), meanY = y.Average(), sum = 0;
        for (int t = lag; t < x.Length; t++)
            sum += (x[t] - meanX) * (y[t - lag] - meanY);
        return sum / x.Length;
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;
}
