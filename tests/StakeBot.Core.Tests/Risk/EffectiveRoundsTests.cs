using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class EffectiveRoundsTests
{
    [Fact]
    public void It_is_the_naive_formula()
    {
        const int T = 120, R = 10;
        double[] x = Made.Overlapping(T, 1, 10, seed: 5)[0];
        double mean = x.Average();
        double Autocovariance(int k) => Enumerable.Range(k, T - k).Sum(t => (x[t] - mean) * (x[t - k] - mean)) / T;
        double longRun = Autocovariance(0) + 2 * Enumerable.Range(1, R - 1).Sum(k => (1 - k / (double)R) * Autocovariance(k));

        // Both variances corrected for the mean: T − 1 below the one, T − R below the other.
        double expected = T * (Autocovariance(0) * T / (T - 1)) / (longRun * T / (T - R));

        Assert.Equal(expected, Effective([x], R)[0], 1e-9);
    }

    [Fact]
    public void Independent_rounds_are_worth_what_they_count()
    {
        double[] effective = [.. Enumerable.Range(0, 50).Select(seed => Effective([Made.Overlapping(300, 1, 1, seed)[0]], 5)[0])];
        Assert.InRange(effective.Average(), 240, 300);
    }

    [Fact]
    public void Rounds_that_move_against_each_other_are_worth_no_more_than_they_count() =>
        Assert.Equal(100, Effective([[.. Enumerable.Range(0, 100).Select(t => t % 2 == 0 ? 1.0 : -1)]], 10)[0]);

    [Fact]
    public void A_model_that_does_not_move_and_one_that_only_rises_have_bounds()
    {
        Assert.Equal(50, Effective([new double[50]], 10)[0]);
        Assert.InRange(Effective([[.. Enumerable.Range(0, 50).Select(t => (double)t)]], 24)[0], 1, 4);
    }

    [Fact]
    public void Together_the_least_informative_weigh_most()
    {
        Assert.Equal(2 / (1.0 / 10 + 1.0 / 40), EffectiveRounds.Together([10, 40]), 1e-12);
        Assert.Equal(0, EffectiveRounds.Together([]));
    }

    [Fact]
    public void The_reference_history_is_worth_some_twenty_to_forty_rounds()
    {
        ReturnMatrix returns = SharedScores.Priced(SharedScores.Legacy).Returns;
        FundHistory history = FundHistory.Of([SharedScores.Priced(SharedScores.Legacy)]);
        Assert.Equal(346, returns.RoundCount);
        Assert.All(WindowMoments.Of(history).EffectivePerModel[..20], n => Assert.InRange(n, 18, 50));
    }

    private static double[] Effective(double[][] columns, int window)
    {
        ReturnMatrix returns = Made.Returns(columns);
        RoundWindow[] windows = Made.Windows(columns.Length, window);
        return EffectiveRounds.PerModel(returns, windows, WindowCovariance.Estimate(returns, windows));
    }
}
