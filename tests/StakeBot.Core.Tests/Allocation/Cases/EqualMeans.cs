using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>Where all means are equal, nothing is to be gained by risk: the frontier is its least risk.</summary>
public sealed class EqualMeans
{
    [Fact]
    public void The_frontier_is_the_least_risk()
    {
        // Variances 1, 2, 4: shares like 1, ½, ¼, that is 4/7, 2/7, 1/7; the variance is 1 / (1 + ½ + ¼) = 4/7.
        CornerPortfolio only = Assert.Single(Trace.Uncorrelated([0.02, 0.02, 0.02], [1, 2, 4]).Corners);

        only.Is(0.02, Math.Sqrt(4 / 7.0), 4 / 7.0, 2 / 7.0, 1 / 7.0);
    }

    [Fact]
    public void Rounding_does_not_make_means_different()
    {
        CornerPortfolio only = Assert.Single(Trace.Uncorrelated([0.02, Math.BitIncrement(0.02), Math.BitDecrement(0.02)], [1, 2, 4]).Corners);

        only.Is(0.02, Math.Sqrt(4 / 7.0), 4 / 7.0, 2 / 7.0, 1 / 7.0);
    }

    [Fact]
    public void Of_two_equally_good_models_the_top_end_holds_the_calmest_mixture()
    {
        // Variances 1 and 4 of the two best: 4 : 1, variance 4/5.
        Frontier frontier = Trace.Uncorrelated([0.03, 0.03, 0.01], [1, 4, 0.5]);

        frontier.MaxReturn.Is(0.03, Math.Sqrt(0.8), 0.8, 0.2, 0);
    }
}
