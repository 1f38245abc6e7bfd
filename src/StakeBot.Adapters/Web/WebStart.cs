using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Web;

/// <summary>Learns where the server listens, once it does.</summary>
internal sealed class WebStart(IServer server, IOptions<WebOptions> options, WebAddress address, ILogger<WebStart> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        string bound = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Uri site = new(bound);
        if (options.Value.Port != 0 && options.Value.Port != site.Port)
            WebLog.OtherPort(logger, options.Value.Port, site.Port);
        address.ListenAt(site);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
