using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Funds;

public sealed class FundReaderTests
{
    [Fact]
    public async Task The_rules_in_force_price_the_history_and_not_those_that_are_known()
    {
        PayoutRule read = Some.Rule("read", Tournament.Classic, 1, StakingRegime.Atomic, 4, clip: 0.001, score: "corr60");
        using Household house = new(services => services.AddSingleton<IRoundRules>(new Rules(read)));

        Fund fund = await house.Services.GetRequiredService<FundReader>().ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0.001, fund.PricingOf(Tournament.Classic)!.Rule.Clip);
        Assert.Equal("signals-test", fund.PricingOf(Tournament.Signals)!.Rule.Name);
    }

    private sealed class Rules(params PayoutRule[] rules) : IRoundRules
    {
        public Task<IReadOnlyList<PayoutRule>> ReadRulesAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<PayoutRule>>(rules);
    }
}
