using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Discord;

/// <summary>Puts Discord into the house: for now the check of its settings.</summary>
public static class DiscordRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Discord's settings, checked at the start.</summary>
        public IServiceCollection AddDiscord()
        {
            services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
            services.AddSingleton(provider => InUse(provider.GetRequiredService<IOptions<DiscordOptions>>().Value));
            return services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        }
    }

    private static PlatformInUse InUse(DiscordOptions options) => new("discord", options.IsConfigured, options.OwnerId);
}
