using MathNet.Numerics.Statistics;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class SharpeRatioTests
{
    [Fact]
    public void With_independent_rounds_it_is_the_error_for_any_distribution()
    {
        // Mertens 2002: T·variance = 1 − γ₃S + (γ₄ − 1)/4·S²; Lo 2002 for normal rounds: 1 + S²/2.
        double[] x = [.. Made.Overlapping(500, 1, 1, seed: 1, mean: 0.4)[0].Select(v => Math.Exp(0.4 * v))];
        double mean = x.Average(), deviation = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));
        double sharpe = mean / deviation;
        double skewness = x.Average(v => Math.Pow((v - mean) / deviation, 3)), kurtosis = x.Average(v => Math.Pow((v - mean) / deviation, 4));

        HacEstimate estimate = SharpeRatio.Of(x, 1);

        Assert.Equal(sharpe, estimate.Value, 1e-12);
        double b = 1 / 500.0;
        double variance = (1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe) / 500 / (1 - b + b * b / 3);
        Assert.Equal(Math.Sqrt(variance), estimate.Error, 1e-10);
    }

    [Fact]
    public void A_difference_is_the_delta_method_on_four_moments()
    {
        double[][] x = Made.Overlapping(120, 2, 5, seed: 2, mean: 0.3);
        double[] means = [.. x.Select(column => column.Average())], squares = [.. x.Select(column => column.Average(v => v * v))];
        double[] psi = NeweyWest.Covariance([x[0], x[1], [.. x[0].Select(v => v * v)], [.. x[1].Select(v => v * v)]], 15);
        double Cube(int i) => Math.Pow(squares[i] - means[i] * means[i], 1.5);
        double[] gradient = [squares[0] / Cube(0), -squares[1] / Cube(1), -means[0] / (2 * Cube(0)), means[1] / (2 * Cube(1))];
        double variance = 0;
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                variance += gradient[i] * psi[4 * i + j] * gradient[j];
        }

        HacEstimate difference = SharpeRatio.Difference(x[0], x[1], 15);

        Assert.Equal(means[0] / x[0].PopulationStandardDeviation() - means[1] / x[1].PopulationStandardDeviation(), difference.Value, 1e-12);
        Assert.Equal(Math.Sqrt(variance / 120), difference.Error, 1e-10);
    }

    [Fact]
    public void Two_equal_models_are_hardly_ever_called_different()
    {
        int told = 0;
        const int Trials = 400;
        for (int seed = 0; seed < Trials; seed++)
        {
            double[][] x = Made.Overlapping(240, 2, 12, seed, common: 0.3, mean: 0.5);
            told += SharpeRatio.Difference(x[0], x[1], NeweyWest.Bandwidth(12, 240)).PValue < 0.1 ? 1 : 0;
        }
        Assert.InRange(told / (double)Trials, 0.05, 0.18);
    }

    [Fact]
    public void Only_common_rounds_are_compared()
    {
        double[] left = [1, 2, 5, double.NaN, 4], right = [2, double.NaN, 1, 9, 3];
        Assert.Equal(SharpeRatio.Of([1, 5, 4], 1).Value - SharpeRatio.Of([2, 1, 3], 1).Value, SharpeRatio.Difference(left, right, 1).Value, 1e-12);
    }

    [Fact]
    public void What_does_not_move_has_no_ratio()
    {
        Assert.Throws<ArgumentException>(() => SharpeRatio.Of([0.1, 0.1, 0.1], 1));
        Assert.Throws<ArgumentException>(() => SharpeRatio.Of([double.NaN], 1));
        Assert.Throws<ArgumentException>(() => SharpeRatio.Difference([1, 2], [1, 2, 3], 1));
    }
}
