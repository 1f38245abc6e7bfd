using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class StationaryBootstrapTests
{
    [Fact]
    public void Blocks_have_the_mean_length_and_wrap_around()
    {
        StationaryBootstrap bootstrap = new(100, 20, seed: 1);
        int follow = 0, steps = 0, wraps = 0;
        for (int k = 0; k < 300; k++)
        {
            int[] rounds = bootstrap.Draw(k);
            Assert.Equal(100, rounds.Length);
            Assert.All(rounds, round => Assert.InRange(round, 0, 99));
            for (int t = 1; t < 100; t++)
            {
                steps++;
                follow += rounds[t] == (rounds[t - 1] + 1) % 100 ? 1 : 0;
                wraps += rounds[t - 1] == 99 && rounds[t] == 0 ? 1 : 0;
            }
        }

        // A new start follows on by chance in 1 of 100.
        Assert.Equal(0.95 + 0.05 * 0.01, follow / (double)steps, 0.005);
        Assert.True(wraps > 100);
    }

    [Fact]
    public void Every_round_is_as_likely_as_every_other()
    {
        StationaryBootstrap bootstrap = new(40, 8, seed: 2);
        double[] counts = new double[40];
        foreach (int round in Enumerable.Range(0, 5000).SelectMany(bootstrap.Draw))
            counts[round]++;
        Assert.All(counts, count => Assert.Equal(1, count / 5000, 0.1));
    }

    [Fact]
    public void A_resample_depends_on_the_seed_and_its_number_alone()
    {
        StationaryBootstrap bootstrap = new(50, 10, seed: 3);
        int[] seventh = bootstrap.Draw(7);
        bootstrap.Draw(8);
        Assert.Equal(seventh, bootstrap.Draw(7));
        Assert.Equal(seventh, new StationaryBootstrap(50, 10, seed: 3).Draw(7));
        Assert.NotEqual(seventh, new StationaryBootstrap(50, 10, seed: 4).Draw(7));
    }

    [Fact]
    public void Blocks_of_one_round_are_independent_and_less_is_no_block()
    {
        Assert.Equal(50, new StationaryBootstrap(50, 1, seed: 5).Draw(0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StationaryBootstrap(50, 0.9, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StationaryBootstrap(0, 2, 1));
    }
}
