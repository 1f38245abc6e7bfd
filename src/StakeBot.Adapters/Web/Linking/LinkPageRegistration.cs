using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Web.Linking;

/// <summary>Puts the page for keys beside the local chat, behind the same guard.</summary>
public static class LinkPageRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The page's address, for the command that gives it.</summary>
        public IServiceCollection AddLinkPage() => services.AddSingleton<ILinkPage, LinkPage>();
    }

    /// <summary>The page itself. After the chat was mapped, whose guard it needs.</summary>
    public static WebApplication MapLinkPage(this WebApplication app)
    {
        LinkEndpoint.Map(app);
        return app;
    }
}
