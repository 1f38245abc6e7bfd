using StakeBot.Core.Allocation.MeanVariance;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

public sealed class SmallInverseTests
{
    [Fact]
    public void Rows_are_exchanged_where_a_zero_is_in_the_way()
    {
        double[] inverse = new double[9];

        SmallInverse.Of([0, 2, 0, 1, 0, 0, 1, 0, -1], inverse, 3);

        Assert.Equal([0, 1, 0, 0.5, 0, 0, 0, 1, -1], inverse);
    }

    [Fact]
    public void Rows_that_depend_on_each_other_have_none() =>
        Assert.Throws<InvalidOperationException>(() => SmallInverse.Of([1, 2, 2, 4], new double[4], 2));
}
