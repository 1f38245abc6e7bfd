using StakeBot.Core.Risk.Settling;

namespace StakeBot.Core.Tests.Risk.Settling;

public sealed class KernelFitTests
{
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.11)]
    public void The_part_of_its_own_is_found_again(double ownShare)
    {
        SimulatedRounds rounds = new(seed: 5, models: 10, rounds: 400, scoringDays: 20, ownShare, common: 0.3, mean: 0.01);
        KernelFit fit = KernelFit.Of(Series(rounds, 10, 400), 20);
        Assert.InRange(fit.Kernel.RoundShare, ownShare / 2, ownShare * 2);
        Assert.InRange(fit.Kernel.LastingShare, 0, 0.2);
    }

    [Fact]
    public void Errors_are_free_of_the_overlap_and_as_large_as_a_round()
    {
        SimulatedRounds rounds = new(seed: 6, models: 6, rounds: 400, scoringDays: 20, ownShare: 0.07, common: 0.3, mean: 0.01);
        double[][] series = Series(rounds, 6, 400);
        KernelFit fit = KernelFit.Of(series, 20);
        double[][] errors = [.. series.Select(one => new double[one.Length])];
        SeriesFit.Whiten(fit.Kernel, [.. series.Select(one => one.Select(r => r - one.Average()).ToArray())], errors);
        foreach ((double[] own, double variance) in errors.Zip(fit.Variances))
        {
            double next = own.Zip(own.Skip(1), (a, b) => a * b).Sum() / own.Length;
            Assert.Equal(own.Sum(e => e * e) / own.Length, variance, 12);
            Assert.InRange(Math.Sqrt(variance), 0.8 * SimulatedRounds.Deviation, 1.2 * SimulatedRounds.Deviation);
            Assert.InRange(next / variance, -0.15, 0.15);
        }
    }

    [Fact]
    public void A_constant_series_says_nothing_and_disturbs_nothing()
    {
        SimulatedRounds rounds = new(seed: 8, models: 1, rounds: 300, scoringDays: 20, ownShare: 0.07, common: 0, mean: 0);
        double[][] series = Series(rounds, 1, 300);
        KernelFit fit = KernelFit.Of([.. series, new double[300]], 20);
        Assert.Equal(KernelFit.Of(series, 20).Kernel, fit.Kernel);
        Assert.Equal(0, fit.Variances[1]);
    }

    [Fact]
    public void Nothing_cannot_be_fitted()
    {
        Assert.Throws<ArgumentException>(() => KernelFit.Of([], 20));
        Assert.Throws<ArgumentException>(() => KernelFit.Of([[0.1]], 20));
    }

    private static double[][] Series(SimulatedRounds rounds, int models, int count) =>
        [.. Enumerable.Range(0, models).Select(i => Enumerable.Range(0, count).Select(t => rounds.Score(i, t, 20)).ToArray())];
}
