using StakeBot.Core.Money;

namespace StakeBot.Core.Tests.Money;

public sealed class WeightTests
{
    [Fact]
    public void A_weight_is_shown_in_percent() => Assert.Equal("36.4 %", new Weight(0.364).ToString());

    [Fact]
    public void Weights_compare() => Assert.True(new Weight(0.1) < new Weight(0.2) && new Weight(0.2) >= new Weight(0.2));
}
