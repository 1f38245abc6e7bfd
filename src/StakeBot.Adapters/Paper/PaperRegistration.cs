using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Paper;

/// <summary>Puts the simulated account into the house.</summary>
public static class PaperRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The simulated account, one for everybody, behind both of its ports. Needs a <see cref="Core.Tournaments.PayoutHistory"/>.</summary>
        public IServiceCollection AddPaper() => services
            .AddSingleton<PaperAccount>()
            .AddSingleton<INumerai>(provider => provider.GetRequiredService<PaperAccount>())
            .AddSingleton<IPaperAccount>(provider => provider.GetRequiredService<PaperAccount>());
    }
}
