using StakeBot.Core.Allocation;
using StakeBot.Core.Allocation.MeanVariance;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

public sealed class AssetOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_order_names_every_asset_once(int attempt) =>
        Assert.Equal(Enumerable.Range(0, 40), AssetOrder.Of(40, attempt).Order());

    [Fact]
    public void The_orders_differ() =>
        Assert.Equal(AssetOrder.Count, Enumerable.Range(0, AssetOrder.Count).Select(attempt => string.Join(' ', AssetOrder.Of(10, attempt))).Distinct().Count());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_order_leads_to_the_same_frontier(int attempt)
    {
        for (int seed = 1; seed <= 300; seed++)
        {
            RandomMoments problem = RandomMoments.Of(seed);
            if (CriticalLine.Trace(problem.Moments, problem.Bounds) is not FrontierOutcome.Solved(var frontier))
                continue;
            int[] order = AssetOrder.Of(problem.Moments.Count, attempt);
            Frontier other = Assert.IsType<FrontierOutcome.Solved>(
                CriticalLine.TryTrace(problem.Moments, problem.Bounds, problem.Groups(-1)[..0], null, order)).Frontier;

            double unit = problem.Moments.Covariance.Max(Math.Abs), range = frontier.MaxReturn.Return - frontier.MinRisk.Return;
            foreach (double share in (double[])[0.001, 0.2, 0.5, 0.9, 0.999])
            {
                double target = frontier.MinRisk.Return + share * range;
                double here = frontier.AtReturn(target)!.Risk, there = (other.AtReturn(target) ?? other.MaxReturn).Risk;
                Assert.Equal(frontier.MaxReturn.Return, other.MaxReturn.Return, 1e-12);
                Assert.True(Math.Abs(here * here - there * there) <= 1e-11 * unit, $"Seed {seed}, return {target:R}: {here:R}, {there:R}.");
            }
        }
    }
}
