using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class StartTests
{
    [Fact]
    public async Task Nothing_is_said_before_the_hello_and_then_who_it_is()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextAsync();
        await bot.Time.BeginsAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(GatewayPhase.AwaitingHello, bot.State.PhaseOf(0));
        Assert.Equal(0, connection.Unread);

        await connection.HelloAsync();
        JsonNode identify = (await connection.ExpectAsync(2))["d"]!;

        Assert.Equal(new Uri("wss://gateway.discord.test/?v=10&encoding=json"), connection.Address);
        Assert.Equal(FakeRest.Token, (string)identify["token"]!);
        Assert.Equal(0, (int)identify["intents"]!);
        Assert.Equal("stakebot", (string)identify["properties"]!["browser"]!);
        Assert.Equal("PAPER", (string)identify["presence"]!["activities"]![0]!["state"]!);
        Assert.Null(identify["shard"]);
        Assert.Null(identify["compress"]);
        Assert.False(bot.State.IsReady);
        await connection.ReadyAsync();
        Assert.True(bot.State.IsReady);
        Assert.Equal("900", bot.State.Application!.Id);
        Assert.Equal("901", bot.State.BotUser);
    }

    [Fact]
    public async Task The_token_and_the_address_are_asked_before_any_connection()
    {
        Order order = new();
        await using GatewayUnderTest bot = new(before: [order]);
        order.Bot = bot;

        await bot.BeginAsync();
        await bot.NextAsync();

        Assert.Equal(["GET /applications/@me", "GET /gateway/bot"], bot.Rest.Requests.Select(request => $"{request}"));
        Assert.Equal("900", order.Application);
        Assert.Equal(0, order.ConnectionsBefore);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_ends_it_with_the_setting_to_mend_and_no_connection()
    {
        await using GatewayUnderTest bot = new();
        bot.Rest.Script("GET", "/applications/@me", FakeAnswer.Refusal(401, 0, "401: Unauthorized"));

        await bot.BeginAsync();
        await bot.OverAsync();

        Assert.Contains("Discord:Token", bot.Stop.Reason, StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("Discord:Token", StringComparison.Ordinal));
        Assert.Empty(bot.Gateway.Dialled);
        Assert.Single(bot.Rest.Requests);
    }

    [Fact]
    public async Task Discord_out_of_order_at_the_start_is_asked_again()
    {
        await using GatewayUnderTest bot = new();
        bot.Rest.Script("GET", "/applications/@me", Enumerable.Repeat(new FakeAnswer(503), 4));
        await bot.BeginAsync();
        foreach (double seconds in (double[])[0.375, 0.75, 1.5])
            await bot.Time.PassAsync(TimeSpan.FromSeconds(seconds));

        await bot.Time.PassAsync(TimeSpan.FromSeconds(1.5));

        await bot.NextReadyAsync();
    }

    [Fact]
    public async Task More_servers_than_the_connections_can_serve_end_it()
    {
        await using GatewayUnderTest bot = new();
        bot.Rest.Shards = 3;

        await bot.BeginAsync();
        await bot.OverAsync();

        Assert.Contains("Set it to 3", bot.Stop.Reason, StringComparison.Ordinal);
        Assert.Empty(bot.Gateway.Dialled);
    }

    [Fact]
    public async Task Several_connections_are_a_setting_and_begin_five_seconds_apart()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync(shards: 2);
        FakeGatewayConnection first = await bot.NextAsync();
        await first.HelloAsync();
        JsonNode one = (await first.ExpectAsync(2))["d"]!;
        await first.ReadyAsync();
        await bot.Time.BeginsAsync(TimeSpan.FromSeconds(5));
        Assert.False(bot.Gateway.HasNext);
        Assert.False(bot.State.IsReady);

        bot.Time.Advance(TimeSpan.FromSeconds(5));
        FakeGatewayConnection second = await bot.NextAsync();
        await second.HelloAsync();
        JsonNode other = (await second.ExpectAsync(2))["d"]!;
        await second.ReadyAsync("session-2");
        Assert.True(bot.State.IsReady);

        Assert.Equal(["[0,2]", "[1,2]"], new[] { one["shard"]!.ToJsonString(), other["shard"]!.ToJsonString() }.Order());
    }

    [Fact]
    public async Task A_reconnect_instead_of_the_hello_is_followed()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection refused = await bot.NextAsync();

        await refused.SendAsync(7, null);

        Assert.Equal(4000, await refused.ClosedAsync());
        await bot.NextReadyAsync();
    }

    [Fact]
    public async Task A_hello_that_does_not_come_is_not_waited_for()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection silent = await bot.NextAsync();

        await bot.Time.PassAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(4000, await silent.ClosedAsync());
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        await bot.NextReadyAsync();
    }

    [Fact]
    public async Task A_session_that_does_not_begin_is_not_waited_for()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection silent = await bot.NextAsync();
        bot.Random = 0.9;
        await silent.HelloAsync();
        await silent.ExpectAsync(2);

        await bot.Time.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(4000, await silent.ClosedAsync());
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.95));
        await bot.NextReadyAsync();
    }

    [Fact]
    public async Task A_session_follows_another_after_five_seconds_at_the_earliest()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection first = await bot.NextReadyAsync();

        await first.CloseAsync(1000);
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.75));
        await bot.Time.BeginsAsync(TimeSpan.FromSeconds(4.25));
        Assert.Single(bot.Gateway.Dialled);

        bot.Time.Advance(TimeSpan.FromSeconds(4.25));
        await bot.NextReadyAsync();
    }

    [Fact]
    public async Task The_end_of_the_process_is_said_to_Discord()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();

        await bot.EndAsync();

        Assert.Equal(1000, await connection.ClosedAsync());
        Assert.True(bot.IsOver);
    }

    private sealed class Order : IBeforeConnecting
    {
        public GatewayUnderTest Bot { get; set; } = null!;

        public string? Application { get; private set; }

        public int ConnectionsBefore { get; private set; } = -1;

        public Task PrepareAsync(DiscordApplication application, CancellationToken ct)
        {
            Application = application.Id;
            ConnectionsBefore = Bot.Gateway.Dialled.Count;
            return Task.CompletedTask;
        }
    }
}
