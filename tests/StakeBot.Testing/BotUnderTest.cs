using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StakeBot.Bot;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>The whole Bot room with a made-up account and without any outside thing.</summary>
public static class BotUnderTest
{
    /// <summary>The platforms that it is on, each a <see cref="ScriptedSurface"/>.</summary>
    public static readonly IReadOnlyList<string> Platforms = ["web", "telegram", "discord"];

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
        foreach (string platform in Platforms)
            services.AddSingleton<IChat>(provider => new ScriptedSurface(platform, provider.GetRequiredService<TapSeal>()));
        services.AddBot(new BotMode(mode), new PricingChoice(null));
        more(services);
        services.TryAddSingleton<IStakeStore, FakeStore>();
        services.TryAddSingleton(provider => ((FakeStore)provider.GetRequiredService<IStakeStore>()).Outbox);
        services.TryAddSingleton<IOutbox>(provider => provider.GetRequiredService<FakeOutbox>());
        services.TryAddSingleton<ILeadership, AlwaysLeads>();
        return services.BuildServiceProvider();
    }
}
