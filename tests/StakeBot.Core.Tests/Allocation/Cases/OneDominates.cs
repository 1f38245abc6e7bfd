using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>
/// The first model has the greater mean and hedging it does not pay: its variance 0.01 is no more than its covariance with the second,
/// so any share of the second adds risk.
/// </summary>
public sealed class OneDominates
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.015)]
    public void The_frontier_is_one_portfolio(double covariance) =>
        Assert.Single(Trace.Of([0.1, 0.05], [0.01, covariance, covariance, 0.04]).Corners).Is(0.1, 0.1, 1, 0);
}
