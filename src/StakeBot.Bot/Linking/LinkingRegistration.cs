using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Linking;

/// <summary>Linking of keys, where there is a vault to keep them and Numerai to ask about them.</summary>
internal static class LinkingRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddLinking() => services.AddSingleton<LinkTickets>().AddSingleton(provider => Linking(provider)!);
    }

    private static KeyLinking? Linking(IServiceProvider provider)
    {
        ISecretVault? vault = provider.GetService<ISecretVault>();
        IKeyCheck? check = provider.GetService<IKeyCheck>();
        return vault is null || check is null
            ? null
            : new KeyLinking(
                provider.GetRequiredService<IStakeStore>(), vault, check, provider.GetRequiredService<OwnerAlerts>(), provider.GetRequiredService<TimeProvider>());
    }
}
