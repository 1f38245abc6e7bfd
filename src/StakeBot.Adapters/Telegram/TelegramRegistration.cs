using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Telegram;

/// <summary>Puts Telegram into the house: for now the check of its settings.</summary>
public static class TelegramRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Telegram's settings, checked at the start.</summary>
        public IServiceCollection AddTelegram()
        {
            services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
            services.AddSingleton(provider => InUse(provider.GetRequiredService<IOptions<TelegramOptions>>().Value));
            return services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        }
    }

    private static PlatformInUse InUse(TelegramOptions options) => new("telegram", options.IsConfigured, options.OwnerId);
}
