using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class ProbabilityOfOverfittingTests
{
    [Fact]
    public void Two_blocks_by_hand()
    {
        // A wins the first half and loses the second, B the other way round: the winner inside is the loser outside, both times.
        ProbabilityOfOverfitting overfitting = ProbabilityOfOverfitting.Of([[3, 1, -3, -1], [-3, -1, 3, 1]], blocks: 2);
        Assert.Equal((1, 2, 1), (overfitting.Probability, overfitting.Splits, overfitting.LossProbability));
    }

    [Fact]
    public void A_setting_that_is_always_better_is_not_overfitted()
    {
        double[] noise = Made.Overlapping(120, 1, 1, seed: 1)[0];
        ProbabilityOfOverfitting overfitting = ProbabilityOfOverfitting.Of([.. Enumerable.Range(0, 5).Select(k => noise.Select(x => x + k).ToArray())], blocks: 6);
        Assert.Equal((0, 20), (overfitting.Probability, overfitting.Splits));
    }

    [Fact]
    public void Settings_that_do_not_differ_are_overfitted_half_of_the_time()
    {
        double[] shares = [.. Enumerable.Range(0, 60).Select(seed => ProbabilityOfOverfitting.Of(Made.Overlapping(200, 10, 1, seed, common: 0), blocks: 8).Probability)];
        Assert.Equal(0.5, shares.Average(), 0.1);
    }

    [Fact]
    public void Overlap_leaks_and_a_purge_stops_it()
    {
        // Ten worthless settings with scores over 12 rounds: neighbouring blocks share scores, so winners seem to win outside too.
        double[] leaking = [.. Enumerable.Range(0, 80).Select(seed => ProbabilityOfOverfitting.Of(Noise(seed), blocks: 10).Probability)];
        double[] purged = [.. Enumerable.Range(0, 80).Select(seed => ProbabilityOfOverfitting.Of(Noise(seed), blocks: 10, purge: 11).Probability)];
        Assert.True(purged.Average() > leaking.Average() + 0.05, $"{purged.Average()} and {leaking.Average()}");

        static double[][] Noise(int seed) => Made.Overlapping(200, 10, 12, seed, common: 0);
    }

    [Fact]
    public void What_cannot_be_split_is_refused()
    {
        double[] ten = new double[10];
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityOfOverfitting.Of([ten, ten], blocks: 3));
        Assert.Throws<ArgumentException>(() => ProbabilityOfOverfitting.Of([ten], blocks: 2));
        Assert.Throws<ArgumentException>(() => ProbabilityOfOverfitting.Of([ten, new double[9]], blocks: 2));
        Assert.Throws<ArgumentException>(() => ProbabilityOfOverfitting.Of([ten, ten], blocks: 2, purge: 4));
        Assert.Throws<ArgumentException>(() => ProbabilityOfOverfitting.Of([ten, [.. ten.Select(_ => double.NaN)]], blocks: 2));
    }
}
