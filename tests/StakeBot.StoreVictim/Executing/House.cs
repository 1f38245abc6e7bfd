using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Charts;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Adapters.Numerai.Staking;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.StoreVictim.Executing;

/// <summary>One run of the program that executes live stake changes of one model: the real executor, store and client, nothing hosted.</summary>
internal static class House
{
    public static ServiceProvider Build(
        IStakeStore store, IOutbox outbox, ILeadership leadership, NumeraiOptions numerai, Model model, TimeProvider time, Action<IServiceCollection>? more = null)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(Options.Create(numerai)).AddSingleton<INumeraiKeys, ConfiguredKeys>();
        services.AddSingleton<Pacing>().AddSingleton<NumeraiReads>().AddSingleton<NumeraiMutations>().AddSingleton<EvidenceReading>();
        services.AddSingleton<KeyCheck>().AddSingleton<ITokenInfo, TokenFactsReading>().AddSingleton<StakingRight>();
        services.AddSingleton<ILegacyStakes, LegacyStakes>();
        services.AddSingleton<INumerai>(provider => new EvidenceAccount(provider.GetRequiredService<ILegacyStakes>(), model));
        services.AddSingleton(new PayoutHistory([])).AddSingleton(Policies());
        services.AddCharts().AddBot(new BotMode(ExecutionMode.Live), new PricingChoice(null));
        services.AddSingleton(time).AddSingleton(store).AddSingleton(outbox).AddSingleton(leadership);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>One policy.</summary>
    public static PolicyBook Policies() => new(
    [
        new AllocationPolicy
        {
            Name = PolicyBook.DefaultName,
            Description = "Equal parts of risk.",
            Objective = AllocationObjective.RiskParity,
            NoTradeBand = 0.01,
            Rebalance = new Rebalancing.Band(0.03, 5),
        },
    ]);
}
