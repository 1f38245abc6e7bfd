using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.StoreVictim.Digesting;

/// <summary>
/// One life of a bot that sends the digests that are due, the due queue and the outbox beside one another, and says of each that it was shown; until it is
/// killed. Arguments after the folder: this life's name, Unix milliseconds, the file of the screens.
/// </summary>
internal static class DigestLife
{
    public const string Name = "digests";

    public static async Task RunAsync(string[] args)
    {
        FastTime time = new(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(args[2], CultureInfo.InvariantCulture)));
        using LiteStore store = new(new StoreSetup(args[0], time) { BallastBytes = 0 });
        await store.OpenAsync(CancellationToken.None);
        await using ServiceProvider house = DigestHouse.Build(store, time, args[3]);
        Console.WriteLine("opened");
        await house.GetRequiredService<OutboxSender>().StartAsync(CancellationToken.None);
        await house.GetRequiredService<DueWorker>().StartAsync(CancellationToken.None);
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
