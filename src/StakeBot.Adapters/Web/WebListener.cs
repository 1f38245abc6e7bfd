using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Web;

/// <summary>Makes the web server listen where the options say, and only there.</summary>
internal sealed class WebListener(IOptions<WebOptions> options)
    : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<SocketTransportOptions>
{
    private const int PortsToTry = 10;

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        if (Checked() is not { } settings)
            return;
        IPAddress address = LoopbackAddressAttribute.Parse(settings.Address) ?? throw new InvalidOperationException("The address was not checked.");
        kestrel.Listen(address, settings.Port);
    }

    public void Configure(SocketTransportOptions sockets) => sockets.CreateBoundListenSocket = BindNearby;

    // The server is built before the options are checked. Faults wait until the start, which checks everybody's and tells all of them at once.
    private WebOptions? Checked()
    {
        try
        {
            return options.Value;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    /// <summary>The wanted port, else one of the next few, else any: a second bot on a machine is no reason not to start.</summary>
    private static Socket BindNearby(EndPoint wanted)
    {
        if (wanted is not IPEndPoint { Port: > 0 } first)
            return SocketTransportOptions.CreateDefaultBoundListenSocket(wanted);
        int last = Math.Min(first.Port + PortsToTry - 1, IPEndPoint.MaxPort);
        for (int port = first.Port; port <= last; port++)
        {
            try
            {
                return SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(first.Address, port));
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
            }
        }
        return SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(first.Address, 0));
    }
}
