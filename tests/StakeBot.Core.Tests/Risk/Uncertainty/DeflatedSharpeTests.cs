using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class DeflatedSharpeTests
{
    // The example of the paper: five years of 250 days, ratio 2.5 a year, variance of the trials' yearly ratios ½, skewness −3, kurtosis 10.
    private static readonly double Daily = 2.5 / Math.Sqrt(250);

    [Fact]
    public void The_example_of_the_paper_is_found_again()
    {
        Assert.Equal(0.1132, DeflatedSharpe.ExpectedMaximum(100, 0.5 / 250), 0.0001);
        Assert.Equal(0.9004, DeflatedSharpe.Of(Daily, 1250, 100, 0.5 / 250, -3, 10), 0.0005);
        Assert.Equal(0.9505, DeflatedSharpe.Of(Daily, 1250, 46, 0.5 / 250, -3, 10), 0.0005);
        Assert.Equal(0.9505, DeflatedSharpe.Of(Daily, 1250, 88, 0.5 / 250), 0.0005);
    }

    [Fact]
    public void One_trial_expects_nothing_and_many_expect_more()
    {
        Assert.Equal(0, DeflatedSharpe.ExpectedMaximum(1, 0.3));
        Assert.True(DeflatedSharpe.ExpectedMaximum(10, 0.3) < DeflatedSharpe.ExpectedMaximum(1000, 0.3));
    }

    [Fact]
    public void The_expected_maximum_is_that_of_normal_ratios()
    {
        double[] maxima = [.. Enumerable.Range(0, 4000).Select(seed => Made.Normals(new Random(seed), 50).Max())];
        Assert.Equal(maxima.Average(), DeflatedSharpe.ExpectedMaximum(50, 1), 0.05);
    }

    [Fact]
    public void The_probability_by_hand()
    {
        // (0.5 − 0.2)·√25 / √(1 + ½·0.25) = 1.4142.
        Assert.Equal(0.92135, DeflatedSharpe.ProbabilityAbove(0.5, 0.2, 26), 0.00001);
        Assert.Throws<ArgumentOutOfRangeException>(() => DeflatedSharpe.ProbabilityAbove(0.5, 0, 1));
        Assert.Throws<ArgumentException>(() => DeflatedSharpe.ProbabilityAbove(2, 0, 10, skewness: 3, kurtosis: 3));
    }
}
