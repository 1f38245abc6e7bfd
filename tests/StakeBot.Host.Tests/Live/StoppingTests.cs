using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Jobs;

namespace StakeBot.Host.Tests.Live;

/// <summary>Services stop in the reverse of the order in which they stand.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task The_executor_stops_after_everything_that_gives_it_work_and_has_the_time_for_a_send()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync();

        IHostedService[] services = [.. bot.Get<IEnumerable<IHostedService>>()];
        int executor = Array.FindIndex(services, service => service is ExecutorLoop);

        Assert.True(executor >= 0 && executor < Array.FindIndex(services, service => service is InboxReader));
        Assert.True(executor < Array.FindIndex(services, service => service is OutboxSender));
        Assert.Equal(TimeSpan.FromSeconds(45), bot.Get<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
