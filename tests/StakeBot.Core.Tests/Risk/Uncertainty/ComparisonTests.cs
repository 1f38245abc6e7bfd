using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Uncertainty;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class ComparisonTests
{
    [Fact]
    public void The_difference_is_that_of_windows_in_common_rounds()
    {
        double[][] x = Made.Overlapping(60, 2, 5, seed: 1);
        x[0][3] = double.NaN;
        x[1][40] = double.NaN;
        RoundWindow[] windows = [new(5, StakingRegime.Legacy), new(4, StakingRegime.Atomic)];
        double[] difference = [.. x[0].Zip(x[1], (a, b) => b - 5 * a).Where(d => !double.IsNaN(d))];

        Comparison.Compared compared = Assert.IsType<Comparison.Compared>(Comparison.Of(Made.Returns(x), windows, 0, 1));

        Assert.Equal((58, 5), (compared.Rounds, compared.Window));
        Assert.Equal(difference.Average(), compared.Difference.Value, 1e-12);
        Assert.Equal(SharpeRatio.Difference(x[1], x[0], 15), compared.SharpeDifference);
    }

    [Fact]
    public void A_clear_winner_is_named_whichever_comes_first()
    {
        double[][] x = Made.Overlapping(240, 2, 4, seed: 2);
        x[1] = [.. x[1].Select(r => r + 3)];
        Comparison.Compared better = Assert.IsType<Comparison.Compared>(Comparison.Of(Made.Returns(x), Made.Windows(2, 4), 0, 1));
        Comparison.Compared worse = Assert.IsType<Comparison.Compared>(Comparison.Of(Made.Returns(x), Made.Windows(2, 4), 1, 0));

        Assert.True(better.IsDecided && better.IsSharpeDecided && better.Difference.Value > 0);
        Assert.Equal("B really did better than A, in result and in result per risk", better.Verdict("A", "B"));
        Assert.Equal("B really did better than A, in result and in result per risk", worse.Verdict("B", "A"));
        Assert.Equal(-better.Difference.Value, worse.Difference.Value, 1e-12);
    }

    [Theory]
    [InlineData(0.2, 0.5, 0.1, 0.5, "The history cannot tell A and B apart")]
    [InlineData(0.2, 0.01, 0.1, 0.5, "B really did better than A in result; in result per risk the history cannot tell them apart")]
    [InlineData(-0.2, 0.01, 0.1, 0.01, "A really did better than B in result; in result per risk the history cannot tell them apart")]
    [InlineData(0.2, 0.5, -0.1, 0.01, "In result the history cannot tell A and B apart; per risk A really did better")]
    public void The_verdict_says_no_more_than_the_numbers(double difference, double p, double sharpe, double sharpeP, string expected) =>
        Assert.Equal(expected, new Comparison.Compared(100, 24, Estimate(difference, p), Estimate(sharpe, sharpeP)).Verdict("A", "B"));

    [Fact]
    public void Too_few_common_rounds_and_copies_are_said()
    {
        double[] left = [.. Enumerable.Range(0, 20).Select(t => t < 10 ? double.NaN : t)], right = [.. Enumerable.Range(0, 20).Select(t => t < 13 ? t : double.NaN)];
        Assert.Equal(new Comparison.TooShort(3, 8), Comparison.Of(Made.Returns(left, right), Made.Windows(2, 4), 0, 1));
        Assert.Equal(new Comparison.Same(10), Comparison.Of(Made.Returns(left, left), Made.Windows(2, 4), 0, 1));
    }

    [Fact]
    public void A_model_that_does_not_move_has_a_result_and_no_ratio()
    {
        double[] still = new double[60];
        Comparison.Compared compared = Assert.IsType<Comparison.Compared>(
            Comparison.Of(Made.Returns(still, Made.Overlapping(60, 1, 4, seed: 3, mean: 3)[0]), Made.Windows(2, 4), 0, 1));
        Assert.Null(compared.SharpeDifference);
        Assert.True(compared.IsDecided);
    }

    [Fact]
    public void Equal_models_are_hardly_ever_told_apart()
    {
        int told = 0;
        const int Trials = 300;
        for (int seed = 0; seed < Trials; seed++)
        {
            ReturnMatrix returns = Made.Returns(Made.Overlapping(240, 2, 12, seed));
            told += Assert.IsType<Comparison.Compared>(Comparison.Of(returns, Made.Windows(2, 12), 0, 1)).IsDecided ? 1 : 0;
        }
        Assert.InRange(told / (double)Trials, 0.01, 0.11);
    }

    // An error of 1 and the value that has this probability of chance, with the sign asked for.
    private static HacEstimate Estimate(double value, double p) =>
        new(value, Math.Abs(value) / -MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 10, p / 2), 10);
}
