using System.Text.Json.Nodes;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(0.96)]
    public async Task The_first_beat_is_somewhere_in_the_first_interval_and_the_others_exactly_one_apart(double dice)
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextAsync();
        // The dice are thrown at the hello. Without any wait the first beat may come even before the identify.
        bot.Random = dice;
        await connection.HelloAsync();
        await connection.ReadyAsync();
        JsonNode[] first = [await connection.AnyAsync()];
        if (dice > 0)
        {
            await bot.Time.BeginsAsync(Interval * dice);
            Assert.Equal(0, connection.Unread);
            bot.Time.Advance(Interval * dice);
        }
        first = [.. first, await connection.AnyAsync()];
        Assert.Equal([1, 2], first.Select(frame => (int)frame["op"]!).Order());
        await connection.AcknowledgeAsync();

        await bot.Time.BeginsAsync(Interval);
        Assert.Equal(0, connection.Unread);
        await bot.HearsAsync(connection, "1");
        bot.Time.Advance(Interval);

        Assert.Equal(2, (int)(await connection.BeatAsync())["d"]!);
        await bot.Time.PassAsync(Interval);
        Assert.Equal(2, (int)(await connection.BeatAsync())["d"]!);
    }

    [Fact]
    public async Task A_beat_that_is_not_acknowledged_ends_the_connection_and_the_session_goes_on()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection dead = await bot.NextReadyAsync();
        await bot.HearsAsync(dead, "1");
        await bot.Time.PassAsync(Interval / 2);
        await dead.ExpectAsync(1);

        await bot.Time.PassAsync(Interval);

        Assert.NotInRange((int)(await dead.ClosedAsync())!, 1000, 1001);
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        JsonNode resume = (await next.ExpectAsync(6))["d"]!;
        Assert.Equal(new Uri("wss://resume.discord.test/?v=10&encoding=json"), next.Address);
        Assert.Equal("session-1", (string)resume["session_id"]!);
        Assert.Equal(2, (int)resume["seq"]!);
        Assert.Equal(FakeRest.Token, (string)resume["token"]!);
    }

    [Fact]
    public async Task A_beat_that_Discord_asks_for_comes_at_once_and_proves_nothing()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        await bot.Time.PassAsync(Interval / 2);
        await connection.ExpectAsync(1);

        // The beat before is not acknowledged yet, which is no reason to give the connection up now.
        await connection.SendAsync(1, null);

        Assert.Equal(1, (int)(await connection.ExpectAsync(1))["d"]!);
        await connection.AcknowledgeAsync();
        await bot.HearsAsync(connection, "1");
        await bot.Time.PassAsync(Interval);
        await connection.BeatAsync();
    }

    [Fact]
    public async Task Nobody_who_is_slow_to_take_interactions_delays_a_beat()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        for (int id = 0; id < 1100; id++)
            await connection.DispatchAsync("INTERACTION_CREATE", SomeInteraction.Command($"{id}"));

        await bot.Time.PassAsync(Interval / 2);
        await connection.BeatAsync();

        await connection.SendAsync(1, null);
        Assert.Equal(1101, (int)(await connection.ExpectAsync(1))["d"]!);
        Assert.Equal(76, bot.Interactions.Dropped);
        Assert.Equal(1024, bot.Interactions.Reader.Count);
    }

    [Fact]
    public async Task Beats_have_room_when_everything_else_has_to_wait()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        // With the identify they are 115 in this minute: the rest of the 120 is for the beats that are due.
        for (int asked = 0; asked < 114; asked++)
        {
            await connection.SendAsync(1, null);
            await connection.ExpectAsync(1);
        }
        await connection.SendAsync(1, null);
        await bot.Time.BeginsAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, connection.Unread);

        bot.Time.Advance(Interval / 2);
        await connection.BeatAsync();
        Assert.Equal(0, connection.Unread);

        await bot.Time.PassAsync(TimeSpan.FromSeconds(60) - (Interval / 2));
        await connection.ExpectAsync(1);
    }

    [Fact]
    public async Task A_change_of_the_mode_is_shown_with_the_next_beat()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        bot.Presence = "LIVE";

        await bot.Time.PassAsync(Interval / 2);

        await connection.BeatAsync();
        Assert.Equal("LIVE", (string)(await connection.ExpectAsync(3))["d"]!["activities"]![0]!["state"]!);
        await bot.Time.PassAsync(Interval);
        await connection.BeatAsync();
        Assert.Equal(0, connection.Unread);
    }
}
