using CsCheck;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class CvarTests
{
    // Losses in decreasing order: 8, 5, 3, 1, 0, −2, −2, −4, −6, −9.
    private static readonly double[] Returns = [-3, 2, 9, -8, 4, 0, -1, 6, 2, -5];

    [Theory]
    [InlineData(0.9, 8)]
    [InlineData(0.8, 6.5)]
    [InlineData(0.75, (8 + 5 + 0.5 * 3) / 2.5)]
    [InlineData(0.95, 8)]
    [InlineData(0.0, -0.6)]
    public void The_last_loss_counts_in_part(double level, double expected) =>
        Assert.Equal(expected, Cvar.Of(Returns, level), 1e-14);

    [Fact]
    public void Rounding_of_the_level_adds_no_part_of_a_loss()
    {
        // (1 − 0.95)·100 is 5.000000000000004 in doubles.
        Assert.Equal(5, Cvar.TailOutcomes(100, 0.95));
        double[] returns = [.. Enumerable.Range(1, 100).Select(i => (double)-i)];
        Assert.Equal(98, Cvar.Of(returns, 0.95));
    }

    [Fact]
    public void A_tail_that_gains_is_a_negative_loss() => Assert.Equal(-0.01, Cvar.Of([0.03, 0.01, 0.02], 0.9), 1e-15);

    [Fact]
    public void Tail_weights_sum_to_one_and_give_the_risk_back()
    {
        double[] weights = Cvar.TailWeights(Returns, 0.75);
        Assert.Equal([0.2, 0, 0, 0.4, 0, 0, 0, 0, 0, 0.4], weights.Select(w => Math.Round(w, 14)));
    }

    [Fact]
    public void Ties_at_the_edge_of_the_tail_share_what_is_left()
    {
        double[] weights = Cvar.TailWeights([-4, -1, -1, -1, 3], 0.6);
        Assert.Equal([0.5, 0.5 / 3, 0.5 / 3, 0.5 / 3, 0], weights);
    }

    [Fact]
    public void Selection_agrees_with_sorting()
    {
        Gen.Select(Gen.Int[-20, 20].Array[1, 60], Gen.Double[0, 0.999]).Sample((integers, level) =>
        {
            double[] returns = [.. integers.Select(i => i / 8.0)];
            double[] losses = [.. returns.Select(r => -r).OrderDescending()];
            double k = Cvar.TailOutcomes(returns.Length, level);
            int f = (int)Math.Floor(k + 1e-12);
            double sum = losses.Take(f).Sum() + (k - f > 1e-12 ? (k - f) * losses[f] : 0);
            Assert.Equal(sum / k, Cvar.Of(returns, level), 1e-12);
            double[] weights = Cvar.TailWeights(returns, level);
            Assert.Equal(1, weights.Sum(), 1e-12);
            Assert.Equal(sum / k, -weights.Zip(returns, (w, r) => w * r).Sum(), 1e-12);
        });
    }

    [Fact]
    public void No_returns_no_level_and_no_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Cvar.Of([], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cvar.Of([1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cvar.Of([1], double.NaN));
        Assert.Throws<ArgumentException>(() => Cvar.Of([1, double.NaN], 0.5));
    }
}
