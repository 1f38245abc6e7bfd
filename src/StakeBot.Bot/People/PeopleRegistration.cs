using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>Who is who, and what he may.</summary>
internal static class PeopleRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPeople() => services
            .AddSingleton<IPeople, Roster>()
            .AddSingleton<RateLimits>()
            .AddSingleton<OwnerAlerts>()
            .AddSingleton<RefusedAttempts>()
            .AddSingleton<Gate>()
            .AddSingleton<ActorNames>()
            .AddSingleton<IOutgoingText, AlertText>()
            .AddSingleton<JoinCodes>()
            .AddSingleton<Membership>()
            .AddSingleton(provider => new LostContacts(
                provider.GetRequiredService<OwnerAlerts>(), provider.GetRequiredService<IPeople>(), provider.GetRequiredService<IStakeStore>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new OwnerClaim(
                provider.GetRequiredService<IPeople>(), provider.GetServices<PlatformInUse>(), provider.GetRequiredService<JoinCodes>()));
    }
}
