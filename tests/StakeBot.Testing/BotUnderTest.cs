using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>The whole Bot room with a made-up account and without any outside thing.</summary>
public static class BotUnderTest
{
    /// <summary>Puts it together.</summary>
    /// <param name="numerai">The account.</param>
    /// <param name="charts">Who draws.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="rules">The payout rules.</param>
    public static ServiceProvider With(INumerai numerai, IChartRenderer charts, ExecutionMode mode, params PayoutRule[] rules) =>
        With(numerai, charts, mode, _ => { }, rules);

    /// <summary>Puts it together with more parts, or other ones.</summary>
    /// <param name="numerai">The account.</param>
    /// <param name="charts">Who draws.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="more">Adds services; what is added last counts.</param>
    /// <param name="rules">The payout rules.</param>
    public static ServiceProvider With(
        INumerai numerai, IChartRenderer charts, ExecutionMode mode, Action<IServiceCollection> more, params PayoutRule[] rules)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(numerai);
        services.AddSingleton(charts);
        services.AddSingleton(new PayoutHistory(rules));
        services.AddSingleton(SomePolicies.Book);
        services.AddBot(new BotMode(mode), new PricingChoice(null));
        more(services);
        return services.BuildServiceProvider();
    }
}
