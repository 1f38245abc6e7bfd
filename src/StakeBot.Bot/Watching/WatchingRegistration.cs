using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Watching.Alerts;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching;

/// <summary>What happens without anybody asking: digests, alerts, proposals by threshold and by calendar.</summary>
internal static class WatchingRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddWatching()
        {
            services.AddSingleton<DigestBook>().AddSingleton<DigestReaders>().AddSingleton<LostDigests>().AddSingleton<PriceReading>().AddSingleton<DigestReading>().AddSingleton<IOutgoingText, DigestText>();
            services.AddSingleton<AlertReader>().AddSingleton<AlertLetters>().AddSingleton<ZoneAlerts>().AddSingleton<StaleData>().AddSingleton<AutoBook>().AddSingleton<AutoDeciders>();
            services.AddSingleton<IDueHandler, DigestDue>().AddSingleton<AlertWatch>().AddSingleton<IDueHandler>(provider => provider.GetRequiredService<AlertWatch>());
            services.AddSingleton<IDueHandler, AutoDue>();
            services.AddSingleton<DueWorker>();
            return services.AddHostedService(provider => provider.GetRequiredService<DueWorker>());
        }
    }
}
