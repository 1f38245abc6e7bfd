using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>Who is who, and what he may. What changes people is there only where there is a store to remember it.</summary>
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
            .AddSingleton<IOutgoingText, AlertText>()
            .AddSingleton(provider => WithStore<JoinCodes>(provider)!)
            .AddSingleton(provider => WithStore<Membership>(provider)!)
            .AddSingleton(provider => new OwnerClaim(
                provider.GetRequiredService<IPeople>(), provider.GetServices<PlatformInUse>(), provider.GetService<JoinCodes>()));
    }

    private static T? WithStore<T>(IServiceProvider provider) where T : class =>
        provider.GetService<IStakeStore>() is null ? null : ActivatorUtilities.CreateInstance<T>(provider);
}
