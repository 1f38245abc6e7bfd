using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class RoundWindowTests
{
    [Fact]
    public void The_rule_says_how_many_rounds_and_how_they_act()
    {
        Assert.Equal(new RoundWindow(24, StakingRegime.Legacy), RoundWindow.Of(Some.Rule(overlap: 24)));
        Assert.Equal(1, RoundWindow.Of(Some.Rule(overlap: 24)).Scale);
        Assert.Equal(1.0 / 64, RoundWindow.Of(Some.Rule(overlap: 64, regime: StakingRegime.Atomic)).Scale);
        Assert.Equal(1, RoundWindow.SingleRound.Scale);
    }

    [Theory]
    [InlineData(1, "a single round")]
    [InlineData(2, "2 rounds, about 1 week")]
    [InlineData(24, "24 rounds, about 5 weeks")]
    [InlineData(64, "64 rounds, about 13 weeks")]
    public void Its_length_is_said_in_words(int rounds, string expected) => Assert.Equal(expected, new RoundWindow(rounds, StakingRegime.Legacy).Describe());
}
