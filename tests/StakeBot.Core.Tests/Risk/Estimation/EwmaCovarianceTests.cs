using MathNet.Numerics.LinearAlgebra;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class EwmaCovarianceTests
{
    [Fact]
    public void With_single_rounds_it_is_the_weighted_sample_covariance()
    {
        double[][] columns = Made.Overlapping(40, 2, 1, seed: 1);
        double[] weights = [.. Enumerable.Range(0, 40).Select(t => Math.Pow(0.5, (39 - t) / 10.0))];
        double total = weights.Sum(), squares = weights.Sum(w => w * w) / (total * total);
        double Mean(int i) => columns[i].Select((x, t) => weights[t] * x).Sum() / total;
        double Covariance(int i, int j) =>
            Enumerable.Range(0, 40).Sum(t => weights[t] / total * (columns[i][t] - Mean(i)) * (columns[j][t] - Mean(j))) / (1 - squares);

        EwmaCovariance ewma = EwmaCovariance.Estimate(Made.Returns(columns), Made.Windows(2, 1), halfLife: 10);

        Assert.Equal([Covariance(0, 0), Covariance(0, 1), Covariance(1, 0), Covariance(1, 1)], ewma.Covariance, (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(1 / squares, ewma.WeightedRounds, 1e-9);
    }

    [Fact]
    public void With_an_endless_half_life_it_is_the_window_covariance()
    {
        ReturnMatrix returns = Made.Returns(Made.Overlapping(90, 3, 6, seed: 2));
        double[] expected = WindowCovariance.Estimate(returns, Made.Windows(3, 6));

        EwmaCovariance ewma = EwmaCovariance.Estimate(returns, Made.Windows(3, 6), halfLife: 1e9);

        Assert.Equal(expected, ewma.Covariance, (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(90, ewma.WeightedRounds, 1e-5);
        double[] effective = EffectiveRounds.PerModel(returns, Made.Windows(3, 6), expected);
        Assert.Equal(effective.Min(), ewma.EffectiveRounds, 1e-4);
    }

    [Fact]
    public void A_half_life_of_h_is_worth_about_three_times_as_many_rounds()
    {
        // (1 + λ)/(1 − λ) with λ = 2^(−1/20): 57.7.
        EwmaCovariance ewma = EwmaCovariance.Estimate(Made.Returns(Made.Overlapping(1000, 1, 1, seed: 3)), Made.Windows(1, 1), halfLife: 20);
        double lambda = Math.Pow(2, -1 / 20.0);
        Assert.Equal((1 + lambda) / (1 - lambda), ewma.WeightedRounds, 1e-6);
    }

    [Fact]
    public void Recent_storms_weigh_more_and_gaps_weigh_nothing()
    {
        double[] storm = [.. Enumerable.Range(0, 80).Select(t => (t < 60 ? 0.1 : 1) * Math.Sin(2.3 * t))];
        double[] gaps = [.. storm.Select((x, t) => t % 9 == 0 ? double.NaN : x)];
        ReturnMatrix returns = Made.Returns(storm, gaps);

        double[] covariance = EwmaCovariance.Estimate(returns, Made.Windows(2, 2), halfLife: 10).Covariance;

        Assert.True(covariance[0] > 1.5 * WindowCovariance.Estimate(returns, Made.Windows(2, 2))[0]);
        Assert.True(Matrix<double>.Build.Dense(2, 2, covariance).Evd().EigenValues.Min(value => value.Real) > 0);
    }

    [Fact]
    public void A_half_life_that_leaves_no_window_is_refused()
    {
        ReturnMatrix returns = Made.Returns(Made.Overlapping(60, 1, 1, seed: 4));
        Assert.Throws<ArgumentException>(() => EwmaCovariance.Estimate(returns, Made.Windows(1, 24), halfLife: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaCovariance.Estimate(returns, Made.Windows(1, 2), halfLife: 0));
    }
}
