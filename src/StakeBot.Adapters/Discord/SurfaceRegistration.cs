using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Commands;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Http;
using StakeBot.Adapters.Discord.Interactions;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord;

/// <summary>What people see of Discord: commands, interactions, messages. It needs a wire, a queue and nothing else of Discord.</summary>
internal static class SurfaceRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddDiscordSurface() => services
            .AddSingleton(Wire)
            .AddSingleton<IBeforeConnecting, CommandRegistrar>()
            .AddSingleton<OpenInteractions>()
            .AddSingleton<Suggestions>()
            .AddSingleton<DiscordRenderer>()
            .AddSingleton<InteractionPipeline>()
            .AddSingleton<IChat, DiscordChat>()
            .AddHostedService<InteractionReader>()
            .AddHostedService<HttpModeStart>();
    }

    private static IDiscordWire Wire(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<DiscordOptions>>().Value.IsComplete ? provider.GetRequiredService<DiscordRest>() : new NoWire();
}
