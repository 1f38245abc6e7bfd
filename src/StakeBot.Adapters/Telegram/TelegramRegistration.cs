using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Telegram.Menus;
using StakeBot.Adapters.Telegram.Receiving;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Adapters.Telegram.Webhook;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Telegram;

/// <summary>Puts Telegram into the house, where it is configured.</summary>
public static class TelegramRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Telegram's settings, checked at the start, its surface and its listener; where no bot is configured, both stay silent.</summary>
        public IServiceCollection AddTelegram()
        {
            services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
            services.AddSingleton(provider => InUse(provider.GetRequiredService<IOptions<TelegramOptions>>().Value));
            return services
                .AddSingleton<BotIdentity>().AddSingleton<ApiClient>()
                .AddSingleton(provider => new SendPace(provider.GetRequiredService<TimeProvider>()))
                .AddSingleton(new Backoff(Random.Shared.NextDouble))
                .AddSingleton<FatalEnd>().AddSingleton<Sender>().AddSingleton<FileIds>().AddSingleton<ShownTexts>().AddSingleton<PartSender>()
                .AddSingleton<PressAnswers>().AddSingleton<TelegramChat>().AddSingleton<IChat>(provider => provider.GetRequiredService<TelegramChat>())
                .AddSingleton<LineReading>().AddSingleton<UpdateReading>().AddSingleton<UpdateTaking>()
                .AddSingleton<Polling>().AddSingleton<CommandMenus>().AddSingleton<WebhookEndpoint>()
                .AddHostedService<Listener>();
        }
    }

    /// <summary>
    /// The webhook, where one is configured. Before everything else: whoever knows the secret is Telegram, and comes under the public name, which the local
    /// chat's guard turns away.
    /// </summary>
    public static WebApplication MapTelegram(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value.WebhookUrl is not { } url)
            return app;
        PathString path = new Uri(url).AbsolutePath;
        WebhookEndpoint endpoint = app.Services.GetRequiredService<WebhookEndpoint>();
        app.Use((http, next) => http.Request.Path == path && HttpMethods.IsPost(http.Request.Method) ? endpoint.TakeAsync(http) : next(http));
        return app;
    }

    private static PlatformInUse InUse(TelegramOptions options) => new(TelegramAddress.Platform, options.IsConfigured, options.OwnerId);
}
