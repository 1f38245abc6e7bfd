using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Charts;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;
using StakeBot.StoreVictim.Executing;

namespace StakeBot.StoreVictim.Digesting;

/// <summary>One run of the program that sends digests: the real due queue, outbox and texts over a store in a folder, and a file for the screens.</summary>
internal static class DigestHouse
{
    public static ServiceProvider Build(LiteStore store, TimeProvider time, string screens)
    {
        ServiceCollection services = new();
        services.AddLogging().AddCharts().AddBot(new BotMode(ExecutionMode.DryRun), new PricingChoice(null));
        services.AddSingleton<INumerai>(new StillAccount(time.GetUtcNow()));
        services.AddSingleton(new PayoutHistory([])).AddSingleton(House.Policies());
        services.AddSingleton(time).AddSingleton<IStakeStore>(store).AddSingleton(store.Outbox).AddSingleton(store.Due).AddSingleton<IPeople>(new EverybodyReads());
        services.AddSingleton<IChat>(new WrittenChats(screens));
        return services.BuildServiceProvider();
    }
}
