using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            return services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        }
    }
}
