using StakeBot.Core.Proposals;

namespace StakeBot.Core.Tests.Proposals;

public sealed class EqualSpreadTests
{
    [Fact]
    public void What_a_bound_keeps_back_goes_to_the_others() =>
        Assert.Equal([0.1, 0.45, 0.45], EqualSpread.Within([0.1, 1, 0.6], 1));

    [Fact]
    public void All_bounds_are_filled_when_they_add_up_to_what_is_spread() =>
        Assert.All(EqualSpread.Within([0.1, 0.3, 0.2], 0.6).Zip([0.1, 0.3, 0.2]), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
}
