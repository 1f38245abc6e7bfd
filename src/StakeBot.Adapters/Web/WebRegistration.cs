using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Endpoints;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web;

/// <summary>Puts the local web chat into a web application.</summary>
public static class WebRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The web chat's services. It also decides where the server listens: see <see cref="WebOptions"/>.</summary>
        public IServiceCollection AddWebChat()
        {
            services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
            services.AddSingleton<IValidateOptions<WebOptions>, ForeignAddresses>();
            services.AddSingleton<IConfigureOptions<KestrelServerOptions>, WebListener>();
            services.AddSingleton<IConfigureOptions<SocketTransportOptions>, WebListener>();
            services.Replace(ServiceDescriptor.Singleton<IHttpContextFactory, TokenHidingContextFactory>());
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<LocalChat>();
            services.AddSingleton<WebAddress>();
            services.AddSingleton<WebSessions>();
            services.AddSingleton<PictureStore>();
            services.AddSingleton<DocumentStore>();
            services.AddSingleton<IChat, WebChat>();
            services.AddHostedService<WebStart>();
            services.AddHostedService<Heartbeat>();
            return services;
        }
    }

    /// <summary>The web chat's guard, page and interface; only guard and health where the chat is closed.</summary>
    public static WebApplication MapWebChat(this WebApplication app)
    {
        app.UseMiddleware<LocalGuard>();
        PageFiles.Map(app);
        HealthEndpoint.Map(app);
        if (!app.Services.GetRequiredService<LocalChat>().IsOpen)
            return app;
        DoorEndpoint.Map(app);
        RouteGroupBuilder letIn = app.MapGroup("");
        letIn.AddEndpointFilter<RouteGroupBuilder, SessionFilter>();
        MessagesEndpoint.Map(letIn);
        StopEndpoint.Map(letIn);
        EventsEndpoint.Map(letIn);
        CommandsEndpoint.Map(letIn);
        SuggestionsEndpoint.Map(letIn);
        PicturesEndpoint.Map(letIn);
        DocumentsEndpoint.Map(letIn);
        return app;
    }
}
