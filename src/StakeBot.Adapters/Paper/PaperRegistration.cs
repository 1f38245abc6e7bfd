using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;

namespace StakeBot.Adapters.Paper;

/// <summary>Puts the simulated account into the house.</summary>
public static class PaperRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>
        /// The simulated account, one for everybody, behind its ports. Needs a <see cref="Core.Tournaments.PayoutHistory"/>; lasts over restarts where there is
        /// a <see cref="Bot.Ports.Storage.IStakeStore"/>.
        /// </summary>
        public IServiceCollection AddPaper()
        {
            services.TryAddSingleton(TimeProvider.System);
            return services
                .AddSingleton<PaperAccount>()
                .AddSingleton<INumerai>(provider => provider.GetRequiredService<PaperAccount>())
                .AddSingleton<IPaperAccount>(provider => provider.GetRequiredService<PaperAccount>())
                .AddSingleton<IPublicModels>(provider => provider.GetRequiredService<PaperAccount>())
                .AddSingleton<IPaperStakes>(provider => provider.GetRequiredService<PaperAccount>());
        }
    }
}
