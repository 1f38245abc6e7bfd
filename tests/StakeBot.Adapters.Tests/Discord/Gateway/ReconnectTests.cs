using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class ReconnectTests
{
    private static readonly Uri Base = new("wss://gateway.discord.test/?v=10&encoding=json");
    private static readonly Uri Resume = new("wss://resume.discord.test/?v=10&encoding=json");

    [Theory]
    [InlineData(null)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4006)]
    [InlineData(4999)]
    public async Task After_these_closes_the_session_goes_on(int? code)
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();

        FakeGatewayConnection next = await CloseAsync(bot, code, TimeSpan.FromSeconds(0.5));

        await next.ExpectAsync(6);
        Assert.Equal(Resume, next.Address);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task After_these_closes_a_new_session_is_begun(int code)
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection closed = await bot.NextReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(5));

        await closed.CloseAsync(code);
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.75));

        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        await next.ExpectAsync(2);
        Assert.Equal(Base, next.Address);
    }

    [Fact]
    public async Task Having_sent_too_much_is_waited_out()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();

        FakeGatewayConnection next = await CloseAsync(bot, 4008, TimeSpan.FromSeconds(60));

        await next.ExpectAsync(6);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("too much", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "developer portal")]
    [InlineData(4014, "developer portal")]
    public async Task After_these_closes_there_is_no_other_connection_and_the_log_says_the_cure(int code, string cure)
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection closed = await bot.NextReadyAsync();

        await closed.CloseAsync(code);
        await bot.OverAsync();
        bot.Time.Advance(TimeSpan.FromDays(1));

        Assert.Single(bot.Gateway.Dialled);
        Assert.Equal(GatewayPhase.Over, bot.State.PhaseOf(0));
        Assert.Contains(cure, bot.Stop.Reason, StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains(cure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_to_be_understood_three_times_in_ten_minutes_is_the_end()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        foreach (double seconds in (double[])[0.5, 1.5])
        {
            await connection.CloseAsync(4002);
            await bot.Time.PassAsync(TimeSpan.FromSeconds(seconds));
            connection = await bot.NextAsync();
            await connection.HelloAsync();
            await connection.ExpectAsync(6);
        }

        await connection.CloseAsync(4001);
        await bot.OverAsync();

        Assert.Contains("fault of the program", bot.Stop.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_session_that_can_be_resumed_is_resumed_after_a_moment()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection refused = await bot.NextReadyAsync();
        bot.Random = 0.25;

        await refused.SendAsync(9, true);

        Assert.Equal(4000, await refused.ClosedAsync());
        await bot.Time.PassAsync(TimeSpan.FromSeconds(2));
        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        await next.ExpectAsync(6);
    }

    [Fact]
    public async Task An_invalid_session_that_cannot_be_resumed_is_begun_anew_at_the_address_of_the_start()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection refused = await bot.NextReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        int asked = bot.Rest.Requests.Count;

        await refused.SendAsync(9, false);

        Assert.Equal(4000, await refused.ClosedAsync());
        await bot.Time.PassAsync(TimeSpan.FromSeconds(3));
        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        await next.ExpectAsync(2);
        Assert.Equal(Base, next.Address);
        Assert.Equal(asked, bot.Rest.Requests.Count);
    }

    [Fact]
    public async Task Resuming_brings_what_was_missed_first_and_then_what_happens()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection dropped = await bot.NextReadyAsync();
        await bot.HearsAsync(dropped, "1");
        dropped.Drop();
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        Assert.Equal(2, (int)(await next.ExpectAsync(6))["d"]!["seq"]!);

        next.Sequence = 2;
        await next.DispatchAsync("INTERACTION_CREATE", SomeInteraction.Command("2"));
        GatewayInteraction missed = await bot.TakenAsync();
        Assert.False(bot.State.IsReady);
        await next.DispatchAsync("RESUMED", new JsonObject());
        Assert.True(bot.State.IsReady);
        GatewayInteraction live = await bot.HearsAsync(next, "3");

        Assert.Equal("2", missed.Data.GetProperty("id").GetString());
        Assert.Equal("3", live.Data.GetProperty("id").GetString());
        next.Drop();
        await bot.Time.PassAsync(TimeSpan.FromSeconds(1.5));
        FakeGatewayConnection last = await bot.NextAsync();
        await last.HelloAsync();
        Assert.Equal(5, (int)(await last.ExpectAsync(6))["d"]!["seq"]!);
    }

    [Fact]
    public async Task A_session_that_cannot_be_resumed_in_time_is_given_up()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        bot.Random = 0.9;
        FakeGatewayConnection next = await CloseAsync(bot, null, TimeSpan.FromSeconds(0.9));
        await next.ExpectAsync(6);

        await bot.Time.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(4000, await next.ClosedAsync());
        await bot.Time.PassAsync(TimeSpan.FromSeconds(1.9));
        FakeGatewayConnection last = await bot.NextAsync();
        await last.HelloAsync();
        await last.ExpectAsync(2);
    }

    [Fact]
    public async Task Where_resuming_cannot_be_reached_three_times_a_new_session_is_begun_at_the_address_of_the_start()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection dropped = await bot.NextReadyAsync();
        bot.Gateway.IsUp = address => address.Host != Resume.Host;

        dropped.Drop();
        foreach (double seconds in (double[])[0.5, 1.5, 3, 6])
            await bot.Time.PassAsync(TimeSpan.FromSeconds(seconds));

        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        await next.ExpectAsync(2);
        Assert.Equal([Base, Resume, Resume, Resume, Base], bot.Gateway.Dialled);
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_twice_is_asked_for_again()
    {
        await using GatewayUnderTest bot = new();
        bot.Gateway.IsUp = address => address.Host == "elsewhere.discord.test";
        await bot.BeginAsync();
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        bot.Rest.GatewayUrl = "wss://elsewhere.discord.test";

        await bot.Time.PassAsync(TimeSpan.FromSeconds(1.5));

        await bot.NextReadyAsync();
        Assert.Equal([Base, Base, new Uri("wss://elsewhere.discord.test/?v=10&encoding=json")], bot.Gateway.Dialled);
    }

    [Fact]
    public async Task A_connection_that_lasted_a_minute_begins_to_count_anew()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection next = await CloseAsync(bot, null, TimeSpan.FromSeconds(0.5));
        await next.ExpectAsync(6);
        await next.DispatchAsync("RESUMED", new JsonObject());
        Assert.True(bot.State.IsReady);
        await bot.Time.PassAsync(TimeSpan.FromMilliseconds(41_250 / 2.0));
        await next.BeatAsync();
        await bot.Time.PassAsync(TimeSpan.FromMilliseconds(41_250));
        await next.BeatAsync();

        next.Drop();

        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        await (await bot.NextAsync()).HelloAsync();
    }

    [Fact]
    public async Task A_resume_address_to_which_no_token_may_go_is_not_used()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextAsync();
        await connection.HelloAsync();
        await connection.ExpectAsync(2);
        await connection.ReadyAsync(resumeUrl: "ws://resume.discord.test");
        Assert.True(bot.State.IsReady);
        bot.Time.Advance(TimeSpan.FromSeconds(5));

        connection.Drop();
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));

        FakeGatewayConnection next = await bot.NextAsync();
        Assert.Equal(Base, next.Address);
        await next.HelloAsync();
        await next.ExpectAsync(2);
    }

    [Fact]
    public async Task A_hundred_sessions_in_a_day_are_the_end()
    {
        await using GatewayUnderTest bot = new();
        bot.Rest.SessionsLeft = 901;
        await bot.BeginAsync();
        FakeGatewayConnection last = await bot.NextReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(5));

        await last.CloseAsync(1000);
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.75));
        await bot.OverAsync();

        Assert.Contains("100 sessions", bot.Stop.Reason, StringComparison.Ordinal);
        Assert.Single(bot.Gateway.Dialled);
    }

    [Fact]
    public async Task A_token_that_is_taken_no_more_ends_the_connection_too()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        bot.Rest.Script("DELETE", ".*", FakeAnswer.Refusal(401, 0, "401: Unauthorized"));

        await Assert.ThrowsAsync<DiscordFatalException>(() =>
            bot.Client.SendAsync(new DiscordRequest(Routes.DeleteMessage("7", "55")), TestContext.Current.CancellationToken));

        Assert.Equal(1000, await connection.ClosedAsync());
        await bot.OverAsync();
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Single(bot.Gateway.Dialled);
    }

    [Fact]
    public async Task What_a_person_must_mend_ends_all_connections()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync(shards: 2);
        FakeGatewayConnection first = await bot.NextAsync();
        await first.BeginAsync();
        await bot.Time.PassAsync(TimeSpan.FromSeconds(5));
        FakeGatewayConnection second = await bot.NextAsync();
        await second.BeginAsync(session: "session-2");

        await first.CloseAsync(4011);

        Assert.Equal(1000, await second.ClosedAsync());
        await bot.OverAsync();
        Assert.Contains("Discord:Shards", bot.Stop.Reason, StringComparison.Ordinal);
    }

    private static async Task<FakeGatewayConnection> CloseAsync(GatewayUnderTest bot, int? code, TimeSpan wait)
    {
        FakeGatewayConnection closed = await bot.NextReadyAsync();
        if (code is { } given)
            await closed.CloseAsync(given);
        else
            closed.Drop();
        await bot.Time.PassAsync(wait);
        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        return next;
    }
}
