using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class BlockLengthTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void A_first_order_process_has_the_length_of_the_theory(double rho)
    {
        // G = 2ρ/(1 − ρ)², g(0) = (1 + ρ)/(1 − ρ): b = (2ρ/(1 − ρ²))^⅔ T^⅓; 19.7 and 31.8 here.
        double expected = Math.Pow(2 * rho / (1 - rho * rho), 2 / 3.0) * Math.Cbrt(4000);
        double[] lengths = [.. Enumerable.Range(0, 12).Select(seed => BlockLength.Of(FirstOrder(4000, rho, seed))).Order()];
        Assert.InRange((lengths[5] + lengths[6]) / 2, 0.75 * expected, 1.25 * expected);
    }

    [Fact]
    public void It_is_the_formula_written_out()
    {
        double[] x = FirstOrder(300, 0.6, seed: 3);
        double mean = x.Average();
        double[] r = [.. Enumerable.Range(0, 60).Select(k => Enumerable.Range(k, 300 - k).Sum(t => (x[t] - mean) * (x[t - k] - mean)) / 300)];
        double bound = 2 * Math.Sqrt(Math.Log10(300) / 300);
        int m = 1;
        while (Enumerable.Range(m + 1, 5).Any(k => Math.Abs(r[k] / r[0]) >= bound))
            m++;
        double g = 0, spectrum = 0;
        for (int k = -2 * m; k <= 2 * m; k++)
        {
            double share = Math.Abs(k) / (2.0 * m);
            double weight = share <= 0.5 ? 1 : 2 * (1 - share);
            g += weight * Math.Abs(k) * r[Math.Abs(k)];
            spectrum += weight * r[Math.Abs(k)];
        }
        Assert.InRange(2 * m, 2, 23);
        Assert.Equal(Math.Cbrt(2 * g * g / (2 * spectrum * spectrum)) * Math.Cbrt(300), BlockLength.Of(x), 1e-9);
    }

    [Fact]
    public void Independent_rounds_need_hardly_a_block_and_constants_none()
    {
        double[] lengths = [.. Enumerable.Range(0, 20).Select(seed => BlockLength.Of(Made.Overlapping(400, 1, 1, seed)[0]))];
        Assert.InRange(lengths.Average(), 1, 5);
        Assert.Equal(1, BlockLength.Of(new double[50]));
    }

    [Fact]
    public void No_block_is_longer_than_leaves_something_to_choose_from() =>
        Assert.InRange(BlockLength.Of([.. Enumerable.Range(0, 90).Select(t => (double)t)]), 1, 29);

    [Fact]
    public void The_reference_scores_ask_for_twenty_to_forty_rounds()
    {
        FundHistory history = FundHistory.Of([SharedScores.Priced(SharedScores.Legacy)]);
        double[] lengths = [.. Enumerable.Range(0, history.Models.Count).Select(i => BlockLength.Of(history.Completed.Column(i))).Order()];
        Assert.InRange(lengths[lengths.Length / 2], 18, 45);
        Assert.InRange(BlockLength.Of(history), 12, 24);
    }

    private static double[] FirstOrder(int rounds, double rho, int seed)
    {
        double[] noise = Made.Normals(new Random(seed), rounds + 100);
        double[] x = new double[rounds];
        double state = 0;
        for (int t = 0; t < noise.Length; t++)
        {
            state = rho * state + noise[t];
            if (t >= 100)
                x[t - 100] = state;
        }
        return x;
    }
}
