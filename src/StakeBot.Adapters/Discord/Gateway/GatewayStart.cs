using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Connects where Discord is configured, and does nothing where it is not.</summary>
internal sealed class GatewayStart(IOptions<DiscordOptions> options, Func<GatewayService> gateway) : IHostedService
{
    private GatewayService? _running;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsComplete || options.Value.IsHttpMode)
            return Task.CompletedTask;
        _running = gateway();
        return _running.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _running?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
