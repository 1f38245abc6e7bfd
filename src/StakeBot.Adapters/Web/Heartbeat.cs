using Microsoft.Extensions.Hosting;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;

namespace StakeBot.Adapters.Web;

/// <summary>Sends something now and then on every line, so that a dead one is noticed and given up.</summary>
internal sealed class Heartbeat(WebSessions sessions, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (WebSession session in sessions.All())
                session.Tell(ChatEvent.Beat);
        }
    }
}
