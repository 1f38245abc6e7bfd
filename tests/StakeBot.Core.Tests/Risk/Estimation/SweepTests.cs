using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class SweepTests
{
    [Fact]
    public void A_regression_by_hand()
    {
        // y on x: 2/4, and 3 − 2²/4 remain.
        Sweep sweep = Sweep.All([4, 2, 2, 3], 2).Without([1]);
        Assert.Equal(0.5 * 1.5, sweep.Expect(1, [1.5, 99]), 1e-12);
        Assert.Equal(2, sweep.Remaining(1, 1), 1e-12);
    }

    [Fact]
    public void Two_unknown_given_one()
    {
        double[] covariance = [4, 2, 1, 2, 3, 0.5, 1, 0.5, 2];
        Sweep sweep = Sweep.All(covariance, 3).Without([1, 2]);
        Assert.Equal(0.5, sweep.Expect(1, [1, 0, 0]), 1e-12);
        Assert.Equal(0.25, sweep.Expect(2, [1, 0, 0]), 1e-12);
        Assert.Equal(0.5 - 2 * 1 / 4.0, sweep.Remaining(1, 2), 1e-12);
    }

    [Fact]
    public void Taking_everything_back_gives_the_covariance_back()
    {
        double[] covariance = [4, 2, 1, 2, 3, 0.5, 1, 0.5, 2];
        Sweep sweep = Sweep.All(covariance, 3).Without([0, 1, 2]);
        for (int i = 0; i < 9; i++)
            Assert.Equal(covariance[i], sweep.Remaining(i / 3, i % 3), 1e-12);
    }

    [Fact]
    public void What_others_determine_and_what_does_not_move_is_no_regressor()
    {
        // The second is twice the first, the third does not move.
        Sweep sweep = Sweep.All([1, 2, 0, 0.5, 2, 4, 0, 1, 0, 0, 0, 0, 0.5, 1, 0, 1], 4).Without([3]);
        Assert.Equal(0.5, sweep.Expect(3, [1, 2, 7, 0]), 1e-12);
    }
}
