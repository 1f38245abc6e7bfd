using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            return services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        }
    }
}
