using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;

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
            .AddSingleton(provider => new OwnerClaim(
                provider.GetRequiredService<IPeople>(), provider.GetServices<PlatformInUse>(), provider.GetRequiredService<JoinCodes>()));
    }
}
