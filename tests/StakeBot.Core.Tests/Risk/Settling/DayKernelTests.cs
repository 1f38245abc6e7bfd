using StakeBot.Core.Risk.Settling;

namespace StakeBot.Core.Tests.Risk.Settling;

public sealed class DayKernelTests
{
    [Theory]
    [InlineData(24, 20)]
    [InlineData(64, 60)]
    [InlineData(2, 1)]
    public void Scores_come_on_all_but_four_of_the_days_that_a_round_is_open(int overlapping, int days) =>
        Assert.Equal(days, DayKernel.ScoringDaysOf(overlapping));

    [Theory]
    [InlineData(0, 20, 0, 20, 1)]
    [InlineData(0, 20, 5, 20, 0.75)]
    [InlineData(5, 20, 0, 20, 0.75)]
    [InlineData(0, 20, 20, 20, 0)]
    [InlineData(0, 10, 0, 20, 0.5)]
    // Days 8 and 9 of twenty.
    [InlineData(0, 10, 8, 20, 0.1)]
    public void Without_lasting_part_rounds_share_what_their_common_days_are(int round, int days, int other, int otherDays, double expected) =>
        Assert.Equal(expected, new DayKernel(20, 0, 0).Covariance(round, days, other, otherDays), 12);

    [Fact]
    public void The_part_of_its_own_is_in_no_other_round()
    {
        DayKernel kernel = new(20, 0.1, 0);
        Assert.Equal(1, kernel.Covariance(0, 20, 0, 20), 12);
        Assert.Equal(0.9 * 0.95, kernel.Covariance(0, 20, 1, 20), 12);
    }

    [Fact]
    public void The_lasting_part_is_the_sum_over_all_pairs_of_days()
    {
        DayKernel kernel = new(20, 0.1, 0.3);
        double whole = Pairs(0, 20, 0, 20);
        Assert.Equal(0.9 * (0.7 * 13 / 20.0 + 0.3 * Pairs(0, 15, 2, 18) / whole), kernel.Covariance(0, 15, 2, 18), 10);
        Assert.Equal(0.9 * 0.3 * Pairs(0, 20, 30, 20) / whole, kernel.Covariance(0, 20, 30, 20), 10);
    }

    [Fact]
    public void The_variance_of_a_sum_counts_every_pair_of_rounds()
    {
        DayKernel kernel = new(20, 0.1, 0.2);
        double sum = Enumerable.Range(0, 24).Sum(t => Enumerable.Range(0, 24).Sum(s => kernel.Covariance(t, 20, s, 20)));
        Assert.Equal(sum, kernel.VarianceOfSum(24), 9);
    }

    private static double Pairs(int first, int days, int other, int otherDays) => Enumerable.Range(first, days)
        .Sum(p => Enumerable.Range(other, otherDays).Sum(q => Math.Pow(DayKernel.Persistence, Math.Abs(p - q))));
}
