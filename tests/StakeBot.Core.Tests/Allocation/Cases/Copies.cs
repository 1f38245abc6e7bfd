using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>The first of <see cref="TwoModelsByHand"/> twice: return and risk are the same, and the copies share equally.</summary>
public sealed class Copies
{
    private static readonly double[] Covariance = [0.04, 0.04, 0, 0.04, 0.04, 0, 0, 0, 0.01];

    [Fact]
    public void Copies_share_equally()
    {
        Frontier frontier = Trace.Of([0.1, 0.1, 0.05], Covariance);

        frontier.MinRisk.Is(0.06, Math.Sqrt(0.008), 0.1, 0.1, 0.8);
        frontier.MaxReturn.Is(0.1, 0.2, 0.5, 0.5, 0);
    }

    [Fact]
    public void A_cap_stops_the_share_of_one_copy_and_the_other_takes_the_rest()
    {
        Frontier frontier = Trace.Of([0.1, 0.1, 0.05], Covariance, new Bounds([0, 0, 0], [0.3, 1, 1]));

        frontier.MinRisk.Is(0.06, Math.Sqrt(0.008), 0.1, 0.1, 0.8);
        frontier.MaxReturn.Is(0.1, 0.2, 0.3, 0.7, 0);
    }

    [Fact]
    public void Caps_on_copies_add_up()
    {
        // Together at most 0.6: 0.36·0.04 + 0.16·0.01 = 0.016.
        Frontier frontier = Trace.Of([0.1, 0.1, 0.05], Covariance, new Bounds([0, 0, 0], [0.3, 0.3, 1]));

        frontier.MaxReturn.Is(0.08, Math.Sqrt(0.016), 0.3, 0.3, 0.4);
    }

    [Fact]
    public void Of_models_that_differ_in_mean_only_the_better_one_is_held()
    {
        Frontier frontier = Trace.Of([0.09, 0.1, 0.05], Covariance);

        frontier.MinRisk.Is(0.06, Math.Sqrt(0.008), 0, 0.2, 0.8);
        frontier.MaxReturn.Is(0.1, 0.2, 0, 1, 0);
    }
}
