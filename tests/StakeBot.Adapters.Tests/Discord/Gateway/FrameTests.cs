using System.Net.WebSockets;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class FrameTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task A_message_may_come_in_any_number_of_frames_cut_anywhere(int frames)
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        // Larger than the first buffer, and every character of it takes several bytes.
        string name = string.Concat(Enumerable.Repeat("äß€🐦", 5_000));

        await connection.SendTextAsync($$"""{"t":"INTERACTION_CREATE","s":2,"op":0,"d":{"id":"1","type":2,"name":"{{name}}"} }""", frames);

        Assert.Equal(name, (await bot.TakenAsync()).Data.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_not_known_is_left_out()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();

        await connection.DispatchAsync("SOMETHING_OF_THE_YEAR_2030", new JsonObject { ["a"] = new JsonArray(1, 2) });
        await connection.SendAsync(99, new JsonObject());
        await connection.SendTextAsync("""{"op":0,"t":null,"s":null,"d":null,"u":{"d":[{}]}}""");

        Assert.Equal("1", (await bot.HearsAsync(connection, "1")).Data.GetProperty("id").GetString());
        await connection.SendAsync(1, null);
        Assert.Equal(3, (int)(await connection.ExpectAsync(1))["d"]!);
    }

    [Theory]
    [InlineData("{\"op\":0,")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    public async Task What_cannot_be_read_is_left_out_and_said(string text)
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();

        await connection.SendTextAsync(text);

        await bot.HearsAsync(connection, "1");
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("not understood", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_too_large_ends_the_connection()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();

        await connection.SendTextAsync(new string(' ', FrameReader.MostBytes + 1), frames: 100);

        Assert.Equal(4000, await connection.ClosedAsync());
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        await (await bot.NextAsync()).HelloAsync();
    }

    [Fact]
    public void A_frame_that_Discord_would_not_take_is_not_sent()
    {
        using ClientWebSocket socket = new();
        GatewayWriter writer = new(socket, new Monotonic(TimeProvider.System));

        Assert.True(writer.TrySend(new byte[GatewayWriter.MostBytes]));
        Assert.Throws<ArgumentException>(() => writer.TrySend(new byte[GatewayWriter.MostBytes + 1]));
    }

    [Fact]
    public async Task An_interaction_carries_the_instant_of_its_receipt()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(7));
        long before = bot.Time.GetTimestamp();

        GatewayInteraction interaction = await bot.HearsAsync(connection, "1");

        Assert.Equal(before, interaction.ReceivedAt);
    }
}
