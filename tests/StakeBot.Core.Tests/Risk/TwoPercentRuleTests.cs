using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class TwoPercentRuleTests
{
    private static readonly RiskPolicy Policy = RiskPolicy.Default;

    [Fact]
    public void On_the_tail_a_model_loses_the_mean_of_its_worst_windows()
    {
        double[] windows = [.. Enumerable.Range(1, 40).Select(i => 0.01 * i - 0.05)];
        Assert.Equal(0.035, TwoPercentRule.LossRate(windows, Some.Rule(), Policy), 1e-12);
        Assert.Equal(0, TwoPercentRule.LossRate([0.1, 0.2], Some.Rule(), Policy));
    }

    [Theory]
    [InlineData(StakingRegime.Atomic, 64, 1, 1)]
    [InlineData(StakingRegime.Atomic, 24, 0.05, 0.05)]
    [InlineData(StakingRegime.Legacy, 24, 0.05, 1)]
    [InlineData(StakingRegime.Legacy, 24, 0.017, 0.408)]
    public void At_worst_a_model_loses_what_the_rule_allows(StakingRegime regime, int rounds, double clip, double expected) =>
        Assert.Equal(
            expected,
            TwoPercentRule.LossRate([0.5], Some.Rule(regime: regime, overlap: rounds, clip: clip), Policy with { Basis = LossBasis.Worst }),
            1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.02, 1)]
    [InlineData(0.04, 0.5)]
    [InlineData(1, 0.02)]
    public void The_cap_is_the_limit_over_the_loss(double lossRate, double expected) => Assert.Equal(expected, TwoPercentRule.Cap(lossRate, Policy), 1e-12);

    [Fact]
    public void A_check_says_by_how_much_the_rule_is_broken_and_what_may_stay()
    {
        ModelLimitCheck broken = TwoPercentRule.Check(Some.Model(), new Nmr(30), new Nmr(100), 0.10, Policy);
        Assert.True(broken.IsBroken);
        Assert.Equal((new Nmr(3), new Nmr(2), new Nmr(20)), (broken.Loss, broken.Limit, Rounded(broken.Allowed)));

        ModelLimitCheck kept = TwoPercentRule.Check(Some.Model(), new Nmr(20), new Nmr(100), 0.10, Policy);
        Assert.False(kept.IsBroken);
        Assert.Equal(new Nmr(20), kept.Allowed);
    }

    private static Nmr Rounded(Nmr amount) => new(decimal.Round(amount.Amount, 12));
}
