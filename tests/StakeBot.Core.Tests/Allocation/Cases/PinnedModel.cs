using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>
/// The models of <see cref="ThreeModelsWithCaps"/> with the last pinned to 0.2: the others share 0.8, equally at least risk, and the first
/// has it all at the greatest return.
/// </summary>
public sealed class PinnedModel
{
    private const double V = 0.09;

    [Fact]
    public void A_pinned_model_keeps_its_weight()
    {
        Frontier frontier = Trace.Uncorrelated([0.03, 0.02, 0.01], [V, V, V], new Bounds([0, 0, 0.2], [1, 1, 0.2]));

        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(0.022, Math.Sqrt(0.36 * V), 0.4, 0.4, 0.2);
        frontier.MaxReturn.Is(0.026, Math.Sqrt(0.68 * V), 0.8, 0, 0.2);
    }

    [Fact]
    public void All_models_may_be_pinned() =>
        Assert.Single(Trace.Uncorrelated([0.03, 0.02, 0.01], [V, V, V], new Bounds([0.5, 0.3, 0.2], [0.5, 0.3, 0.2])).Corners)
            .Is(0.023, Math.Sqrt(0.38 * V), 0.5, 0.3, 0.2);

    [Fact]
    public void One_model_alone_is_a_frontier() => Assert.Single(Trace.Uncorrelated([0.03], [V]).Corners).Is(0.03, 0.3, 1);

    [Fact]
    public void Losing_models_have_a_frontier_but_no_greatest_ratio()
    {
        Frontier frontier = Trace.Uncorrelated([-0.1, -0.05], [0.01, 0.04]);

        frontier.MinRisk.Is(-0.09, Math.Sqrt(0.008), 0.8, 0.2);
        frontier.MaxReturn.Is(-0.05, 0.2, 0, 1);
        Assert.Null(frontier.MaxRatio);
    }
}
