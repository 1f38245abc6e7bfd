using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class UncompoundedDrawdownTests
{
    private static readonly double[] Returns = [1, -2, -1, 2, -1, 5, -3, 1];

    [Fact]
    public void The_path_starts_at_peak_zero_and_adds_up()
    {
        Assert.Equal([0, 2, 3, 1, 2, 0, 3, 2], UncompoundedDrawdown.Path(Returns));
        Assert.Equal([2, 1], UncompoundedDrawdown.Path([-2, 1]));
    }

    [Fact]
    public void Maximum_and_average_are_those_of_the_path()
    {
        Assert.Equal(3, UncompoundedDrawdown.Max(Returns));
        Assert.Equal(13 / 8.0, UncompoundedDrawdown.Average(Returns));
    }

    [Theory]
    [InlineData(0.75, 3)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.6, (3 + 3 + 2 + 0.2 * 2) / 3.2)]
    [InlineData(0, 13 / 8.0)]
    [InlineData(0.99, 3)]
    public void The_conditional_drawdown_is_the_fractional_tail_of_the_path(double level, double expected) =>
        Assert.Equal(expected, UncompoundedDrawdown.Conditional(Returns, level), 1e-14);

    [Fact]
    public void Gains_alone_have_no_drawdown() => Assert.Equal(0, UncompoundedDrawdown.Max([0.1, 0, 0.2]));

    [Fact]
    public void No_returns_and_no_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => UncompoundedDrawdown.Max([]));
        Assert.Throws<ArgumentException>(() => UncompoundedDrawdown.Path([double.NaN]));
    }
}
