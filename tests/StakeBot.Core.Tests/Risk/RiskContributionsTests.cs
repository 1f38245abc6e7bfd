using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class RiskContributionsTests
{
    private static readonly double[] Covariance = [4, 1, 0, 1, 1, 0.3, 0, 0.3, 9];

    [Fact]
    public void Parts_of_the_deviation_by_hand()
    {
        // Σw = (2.5, 1, 0.15), w′Σw = 1.75.
        double[] parts = RiskContributions.ToDeviation(Covariance, [0.5, 0.5, 0]);
        Assert.Equal([1.25 / 1.75, 0.5 / 1.75, 0], parts.Select(part => part), Close);
        Assert.Equal([0, 0, 0], RiskContributions.ToDeviation(Covariance, [0, 0, 0]));
    }

    [Fact]
    public void Parts_of_the_tail_sum_to_the_tail()
    {
        WindowReturns windows = WindowReturns.Of(Made.Returns(Made.Overlapping(70, 4, 6, seed: 6)), Made.Windows(4, 6));
        double[] weights = [0.4, 0.3, 0, 0.2];

        double[] parts = RiskContributions.ToCvar(windows, weights, 0.9);

        Assert.Equal(Cvar.Of(windows.OfPortfolio(weights), 0.9), parts.Sum(), 1e-12);
        Assert.Equal(0, parts[2]);
    }

    [Fact]
    public void A_hedge_takes_risk_away()
    {
        WindowReturns windows = WindowReturns.Of(Made.Returns([-4, 1, 2, 3], [3, 0, 0, 0]), Made.Windows(2, 1));
        double[] parts = RiskContributions.ToCvar(windows, [0.5, 0.5], 0.75);
        Assert.Equal([2, -1.5], parts, Close);
    }

    [Fact]
    public void Only_windows_that_all_held_models_have_count()
    {
        WindowReturns windows = WindowReturns.Of(Made.Returns([-9, -1, 2, 3], [double.NaN, 1, 0, 0]), Made.Windows(2, 1));
        Assert.Equal([0.5, -0.5], RiskContributions.ToCvar(windows, [0.5, 0.5], 0.7), Close);
        Assert.Equal([0, 0], RiskContributions.ToCvar(WindowReturns.Of(Made.Returns([1], [1]), Made.Windows(2, 5)), [0.5, 0.5], 0.7));
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;
}
