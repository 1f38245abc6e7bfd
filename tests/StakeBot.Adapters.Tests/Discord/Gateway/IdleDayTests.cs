using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

/// <summary>Alone, because it weighs what the whole process holds.</summary>
[CollectionDefinition(nameof(IdleDayTests), DisableParallelization = true)]
[Collection(nameof(IdleDayTests))]
public sealed class IdleDayTests
{
    private const int BeatsOfADay = 2096;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    [Fact]
    public async Task A_day_in_which_nothing_happens_leaves_nothing_behind()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        await bot.Time.PassAsync(Interval / 2);
        await connection.BeatAsync();
        for (int beat = 0; beat < 100; beat++)
            await BeatAsync(bot, connection);
        int waits = bot.Time.Waits;
        List<long> growth = [];
        for (int quarter = 0; quarter < 4; quarter++)
        {
            long before = Held();
            for (int beat = 0; beat < BeatsOfADay / 4; beat++)
                await BeatAsync(bot, connection);
            growth.Add(Held() - before);
        }

        Assert.Equal(waits, bot.Time.Waits);
        // What a beat leaves behind is there in every quarter; what the process does besides is not.
        Assert.InRange(growth.Min(), long.MinValue, 64 * 1024);
        Assert.Single(bot.Gateway.Dialled);
        Assert.True(bot.State.IsReady);
    }

    private static async Task BeatAsync(GatewayUnderTest bot, FakeGatewayConnection connection)
    {
        await bot.Time.BeginsAsync(Interval);
        bot.Time.Advance(Interval);
        await connection.BeatAsync();
        // The acknowledgement is on its way in memory: whoever is next in line has read it.
        await connection.SendAsync(1, null);
        await connection.ExpectAsync(1);
    }

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
