using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StakeBot.Adapters.Web.Access;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Web.Linking;

/// <summary>Where the page for a key is. The ticket's token is taken out of the address before anything logs it (<see cref="TokenHidingContextFactory"/>).</summary>
internal sealed class LinkPage(IServer server) : ILinkPage
{
    public const string Path = "/link";

    public Uri? AddressOf(LinkTicket ticket) => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } site
        ? new Uri(new Uri(site), $"{Path}?{OfferedToken.Key}={ticket.Token}")
        : null;
}
