using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class PairedReturnsTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Only_common_rounds_count()
    {
        PairedReturns pair = PairedReturns.Of([1, 2, 3, Gap, 9], [2, 1, 3, 4, Gap]);
        Assert.Equal(3, pair.Rounds);
        Assert.Equal(0.5, pair.Correlation, 1e-15);
        Assert.True(pair.SameLevel);
    }

    [Fact]
    public void A_level_is_the_same_within_a_tenth_of_a_deviation()
    {
        // Deviation of 0, 1, 2, 3 is √(5/3) = 1.29.
        Assert.True(PairedReturns.Of([0, 1, 2, 3], [0.12, 1.12, 2.12, 3.12]).SameLevel);
        Assert.False(PairedReturns.Of([0, 1, 2, 3], [0.14, 1.14, 2.14, 3.14]).SameLevel);
    }

    [Fact]
    public void What_does_not_move_or_never_meets_has_no_correlation()
    {
        Assert.True(double.IsNaN(PairedReturns.Of([1, 1, 1], [1, 2, 3]).Correlation));
        Assert.True(double.IsNaN(PairedReturns.Of([1, Gap], [Gap, 1]).Correlation));
    }
}
