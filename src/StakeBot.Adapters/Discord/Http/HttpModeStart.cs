using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Http;

/// <summary>What is to be done at the start when no gateway does it: see whose token it is, and give Discord the commands.</summary>
internal sealed class HttpModeStart(IOptions<DiscordOptions> options, IDiscordWire wire, GatewayState state, IEnumerable<IBeforeConnecting> before, TimeProvider time, ILogger<HttpModeStart> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsComplete || !options.Value.IsHttpMode)
            return;
        while (true)
        {
            try
            {
                JsonElement? application = await wire.SendAsync(new DiscordRequest(Routes.CurrentApplication), stoppingToken);
                state.Application = new DiscordApplication(application?.GetProperty("id").GetString() ?? throw new DiscordUnavailableException("Discord does not say whose token it is."));
                foreach (IBeforeConnecting one in before)
                    await one.PrepareAsync(state.Application, stoppingToken);
                return;
            }
            catch (DiscordFatalException fatal)
            {
                DiscordLog.NotStarted(logger, fatal.Message);
                return;
            }
            catch (Exception outage) when (outage is DiscordUnavailableException or DiscordRefusedException)
            {
                DiscordLog.NotStarted(logger, outage.Message);
            }
            await Task.Delay(Again, time, stoppingToken);
        }
    }
}
