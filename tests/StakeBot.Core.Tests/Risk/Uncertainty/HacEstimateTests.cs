using MathNet.Numerics.Distributions;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class HacEstimateTests
{
    [Fact]
    public void With_one_lag_it_is_the_textbook_error()
    {
        // 1 − b + b²/3 with b = 1/5 in place of (n − 1)/n.
        double[] x = [1, 2, 3, 4, 10];
        HacEstimate mean = HacEstimate.Mean(x, 1);
        Assert.Equal(4, mean.Value);
        Assert.Equal(Math.Sqrt(x.Sum(v => (v - 4) * (v - 4)) / 5 / 5 / (1 - 0.2 + 0.04 / 3)), mean.Error, 1e-12);
    }

    [Fact]
    public void It_is_the_naive_double_sum()
    {
        double[] x = Made.Overlapping(80, 1, 6, seed: 1)[0];
        double mean = x.Average(), sum = 0;
        for (int s = 0; s < 80; s++)
        {
            for (int t = 0; t < 80; t++)
                sum += Math.Max(0, 1 - Math.Abs(s - t) / 9.0) * (x[s] - mean) * (x[t] - mean);
        }
        double b = 9 / 80.0;
        Assert.Equal(Math.Sqrt(sum / 80 / (1 - b + b * b / 3) / 80), HacEstimate.Mean(x, 9).Error, 1e-12);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(35)]
    [InlineData(69)]
    public void Student_and_the_correction_give_the_published_critical_values(int bandwidth)
    {
        // Kiefer and Vogelsang 2005, Bartlett, 97.5 %: 1.96 + 2.9694b + 0.4160b² − 0.5324b³, for |value| / error without the correction.
        double b = bandwidth / 346.0;
        double published = 1.96 + 2.9694 * b + 0.4160 * b * b - 0.5324 * b * b * b;
        double ours = StudentT.InvCDF(0, 1, NeweyWest.DegreesOfFreedom(346, bandwidth), 0.975) / Math.Sqrt(1 - b + b * b / 3);
        Assert.Equal(published, ours, 0.03);
    }

    [Fact]
    public void Intervals_of_overlapping_rounds_cover_about_as_often_as_they_say()
    {
        int covered = 0, naive = 0;
        const int Trials = 400;
        for (int seed = 0; seed < Trials; seed++)
        {
            double[] x = Made.Overlapping(240, 1, 12, seed)[0];
            (double low, double high) = HacEstimate.Mean(x, NeweyWest.Bandwidth(12, 240)).Interval(0.9);
            covered += low <= 0 && 0 <= high ? 1 : 0;
            HacEstimate independent = HacEstimate.Mean(x, 1);
            naive += Math.Abs(independent.Value) <= 1.645 * independent.Error ? 1 : 0;
        }
        Assert.InRange(covered / (double)Trials, 0.83, 0.95);
        Assert.InRange(naive / (double)Trials, 0.2, 0.5);
    }

    [Fact]
    public void Gaps_count_as_no_deviation()
    {
        double[] x = [1, double.NaN, 2, 3, double.NaN, 6];
        HacEstimate mean = HacEstimate.Mean(x, 2);
        Assert.Equal(3, mean.Value);
        double sum = 4 + 1 + 0 + 9 + 2 * 0.5 * (-1 * 0);
        Assert.Equal(Math.Sqrt(sum / 4 / (1 - 0.5 + 0.25 / 3) / 4), mean.Error, 1e-12);
    }

    [Fact]
    public void Chance_is_certain_at_zero_and_none_without_error()
    {
        Assert.Equal(1, new HacEstimate(0, 1, 5).PValue);
        Assert.Equal(0, new HacEstimate(0.1, 0, 5).PValue);
        Assert.Equal(0.05, new HacEstimate(-2.570582, 1, 5).PValue, 1e-6);
        Assert.Throws<ArgumentException>(() => HacEstimate.Mean([1, double.NaN], 1));
    }

    [Fact]
    public void Three_windows_of_lags_are_taken_where_there_is_room() =>
        Assert.Equal((72, 50, 1, 1), (NeweyWest.Bandwidth(24, 346), NeweyWest.Bandwidth(24, 100), NeweyWest.Bandwidth(1, 100), NeweyWest.Bandwidth(24, 2)));
}
