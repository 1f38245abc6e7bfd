using Microsoft.Extensions.Options;
using StakeBot.Adapters.Charts;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Ecb;
using StakeBot.Adapters.Files;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Telegram;
using StakeBot.Adapters.Web;
using StakeBot.Adapters.Web.Linking;
using StakeBot.Bot;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;

namespace StakeBot.Host;

/// <summary>Which rooms a process is made of.</summary>
internal static class HostRegistration
{
    // A change that is being sent is waited for (30 s at most) and written down; the executor stops after everything that could give it work.
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(45);

    extension(IServiceCollection services)
    {
        /// <summary>The bot and its account, without any way to talk to it, remembering nothing after its end.</summary>
        public IServiceCollection AddStakeBot(DataSource source)
        {
            services.AddFiles().AddCharts().AddMemoryStore();
            return source switch
            {
                DataSource.FromFiles files => services
                    .AddSingleton<INumerai>(files.Account)
                    .AddSingleton<IPublicModels>(files.Others)
                    .AddBot(new BotMode(ExecutionMode.DryRun), new PricingChoice(files.Rule)),
                DataSource.FromNumerai => services.AddNumeraiAccount().AddBot(new BotMode(ExecutionMode.DryRun), new PricingChoice(null)),
                _ => services.AddPaper().AddBot(new BotMode(ExecutionMode.Paper), new PricingChoice(null)),
            };
        }

        /// <summary>The ways to talk to it, and what a long-running process needs besides: what it must not forget is durable.</summary>
        public IServiceCollection AddSurfaces() => services
            .AddWebChat().AddLinkPage().AddTelegram().AddDiscord().AddNumerai().AddEcb().AddStore().AddSecrets()
            .AddSingleton<ITapKeys>(provider => TapKeyFile.Open(
                provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder, provider.GetRequiredService<TimeProvider>()))
            .Configure<HostOptions>(host => host.ShutdownTimeout = StopsWithin);
    }
}
