using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk;

public sealed class WindowMomentsTests
{
    [Theory]
    [InlineData(StakingRegime.Legacy, 6)]
    [InlineData(StakingRegime.Atomic, 1)]
    public void The_expectation_of_a_window_is_that_of_its_rounds(StakingRegime regime, double perRound)
    {
        double[][] columns = Made.Overlapping(80, 3, 6, seed: 7, mean: 0.3);
        WindowMoments moments = WindowMoments.Of(History(columns, new RoundWindow(6, regime)));
        Assert.Equal(columns.Select(column => perRound * column.Average()), moments.SampleMean, Close);
    }

    [Fact]
    public void The_parts_fit_together()
    {
        double[][] columns = Made.Overlapping(150, 6, 10, seed: 8, mean: 0.02);
        WindowMoments moments = WindowMoments.Of(History(columns, new RoundWindow(10, StakingRegime.Legacy)));

        Assert.Equal(EffectiveRounds.Together(moments.EffectivePerModel), moments.Effective, 1e-12);
        (double[] shrunk, double intensity) = LedoitWolf.ToConstantCorrelation(moments.SampleCovariance, 6, moments.Effective);
        Assert.Equal(intensity, moments.CovarianceShrinkage);
        Assert.Equal(shrunk, moments.Covariance);
        Assert.All(moments.Windows, windows => Assert.InRange(windows, 5, 15));
        (Tournament tournament, double pulled) = Assert.Single(moments.MeanShrinkage);
        Assert.Equal(Tournament.Classic, tournament);
        Assert.InRange(pulled, 0, 1);
        Assert.Equal(
            moments.SampleMean.Select(mean => (1 - pulled) * (mean - moments.SampleMean[0])),
            moments.Mean.Select(mean => mean - moments.Mean[0]),
            Close);
    }

    [Fact]
    public void A_portfolio_has_the_moments_of_its_parts()
    {
        double[][] columns = Made.Overlapping(80, 2, 4, seed: 9);
        WindowMoments moments = WindowMoments.Of(History(columns, new RoundWindow(4, StakingRegime.Legacy)));
        double[] weights = [0.25, 0.5];
        double variance = 0.0625 * moments.Covariance[0] + 0.25 * moments.Covariance[1] + 0.25 * moments.Covariance[3];

        Assert.Equal(0.25 * moments.Mean[0] + 0.5 * moments.Mean[1], moments.MeanOf(weights), 1e-12);
        Assert.Equal(Math.Sqrt(variance), moments.DeviationOf(weights), 1e-12);
    }

    private static FundHistory History(double[][] columns, RoundWindow window) =>
        FundHistory.Of([Made.Priced(window, [.. columns.Select((column, i) => ($"M{i}", column))])]);

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;
}
