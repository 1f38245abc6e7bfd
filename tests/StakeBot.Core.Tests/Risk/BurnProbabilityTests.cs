using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class BurnProbabilityTests
{
    [Fact]
    public void The_interval_solves_its_equation()
    {
        // Wilson: the ends p satisfy (p̂ − p)² = z² p (1 − p) / n.
        BurnProbability burning = BurnProbability.Of([-1, 2, -0.1, 0, 4, 5, 3, 1], 6.5);
        Assert.Equal(0.25, burning.Share);
        foreach (double end in new[] { burning.Low, burning.High })
            Assert.Equal(1.6448536269514722 * 1.6448536269514722 * end * (1 - end) / 6.5, (0.25 - end) * (0.25 - end), 1e-12);
        Assert.True(burning.Low < 0.25 && burning.High > 0.25);
    }

    [Fact]
    public void Never_and_always_are_not_certain()
    {
        BurnProbability never = BurnProbability.Of([1, 2, 3], 14);
        BurnProbability always = BurnProbability.Of([-1, -2, -3], 14);
        Assert.Equal((0, 0), (never.Share, never.Low));
        Assert.Equal(never.High, 1 - always.Low, 1e-12);
        Assert.InRange(never.High, 0.15, 0.18);
        Assert.Equal(1, always.High);
    }

    [Fact]
    public void Nothing_to_count_and_no_number_are_mistakes()
    {
        Assert.Throws<ArgumentException>(() => BurnProbability.Of([], 3));
        Assert.Throws<ArgumentException>(() => BurnProbability.Of([1, double.NaN], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BurnProbability.Of([1], 0));
    }
}
