using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class QuadraticTests
{
    [Fact]
    public void Forms_by_hand()
    {
        Assert.Equal(4 + 2 * 2 * 1 + 9, Quadratic.Form([4, 1, 1, 2.25], [1, 2]), 1e-12);

        // The inverse of (4 1; 1 2.25) is (2.25 −1; −1 4) / 8.
        Assert.Equal((2.25 - 4 + 16) / 8, Quadratic.Inverse([4, 1, 1, 2.25], [1, 2]), 1e-12);
    }

    [Fact]
    public void What_does_not_move_is_left_out_of_the_inverse()
    {
        Assert.Equal(0.25, Quadratic.Inverse([4, 0, 0, 0], [1, 7]), 1e-12);
        Assert.Equal(0.25, Quadratic.Inverse([1, 1, 1, 1], [0.5, 0.5]), 1e-12);
        Assert.Equal(0, Quadratic.Inverse(new double[4], [1, 1]));
    }
}
