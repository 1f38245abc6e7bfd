using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Discord;

/// <summary>Puts Discord into the house.</summary>
public static class DiscordRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Discord's settings, checked at the start, and the connection to it where they are there. Needs the bot.</summary>
        public IServiceCollection AddDiscord()
        {
            services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
            services.AddSingleton(provider => InUse(provider.GetRequiredService<IOptions<DiscordOptions>>().Value));
            services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
            return services.AddDiscordWire().AddDiscordSurface();
        }

        /// <summary>The REST client and the gateway.</summary>
        private IServiceCollection AddDiscordWire()
        {
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton<GatewayDial>(ClientSockets.DialAsync);
            services.AddSingleton<FatalStop>().AddSingleton<DiscordMetrics>().AddSingleton<InteractionQueue>();
            services.AddSingleton(provider => new GatewayState(Clock(provider), Settings(provider).Shards));
            services.AddSingleton(provider => new IdentifyBudget(Clock(provider), Settings(provider).Shards));
            services.AddSingleton(CreateRest).AddSingleton(CreateParts);
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GatewayDirectory>(provider, Settings(provider).Shards));
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GatewayService>(provider, Identity(provider)));
            services.AddSingleton<Func<GatewayService>>(provider => provider.GetRequiredService<GatewayService>);
            return services.AddSingleton<IHealth, DiscordHealth>().AddHostedService<GatewayStart>();
        }
    }

    private static PlatformInUse InUse(DiscordOptions options) => new("discord", options.IsConfigured, options.OwnerId);

    private static DiscordOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<DiscordOptions>>().Value;

    private static Monotonic Clock(IServiceProvider provider) => new(provider.GetRequiredService<TimeProvider>());

    // No client factory: its defaults add handlers and logs from anywhere in the process, and a path can hold a token.
    private static DiscordRest CreateRest(IServiceProvider provider) => new(
        DiscordHttp.CreateHandler(),
        Settings(provider).Api,
        Settings(provider).Token!,
        provider.GetRequiredService<TimeProvider>(),
        Random.Shared.NextDouble,
        provider.GetRequiredService<FatalStop>(),
        provider.GetRequiredService<DiscordMetrics>(),
        provider.GetRequiredService<ILogger<DiscordRest>>());

    private static GatewayParts CreateParts(IServiceProvider provider) => new(
        provider.GetRequiredService<GatewayDial>(),
        provider.GetRequiredService<InteractionQueue>(),
        provider.GetRequiredService<GatewayState>(),
        provider.GetRequiredService<IdentifyBudget>(),
        provider.GetRequiredService<FatalStop>(),
        provider.GetRequiredService<DiscordMetrics>(),
        provider.GetRequiredService<TimeProvider>(),
        Clock(provider),
        Random.Shared.NextDouble);

    private static GatewayIdentity Identity(IServiceProvider provider)
    {
        BotMode mode = provider.GetRequiredService<BotMode>();
        return new GatewayIdentity(Settings(provider).Token!, 0, Settings(provider).Shards, () => mode.Value.Badge);
    }
}
