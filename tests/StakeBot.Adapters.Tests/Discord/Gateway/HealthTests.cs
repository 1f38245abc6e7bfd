using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class HealthTests
{
    [Fact]
    public async Task More_than_a_minute_without_a_connection_is_told()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        DiscordHealth health = Of(bot, FakeRest.Token);
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        foreach (double seconds in (double[])[20.625, 41.25])
        {
            await bot.Time.PassAsync(TimeSpan.FromSeconds(seconds));
            await connection.BeatAsync();
        }
        Assert.Null(health.Trouble);
        bot.Gateway.IsUp = _ => false;

        connection.Drop();
        Assert.Null(await connection.ClosedAsync());
        await bot.Time.BeginsAsync(TimeSpan.FromSeconds(0.5));
        Assert.Null(health.Trouble);
        bot.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Contains("more than a minute", health.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_must_mend_is_told_with_its_cure()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();

        await connection.CloseAsync(4004);
        await bot.OverAsync();

        Assert.Contains("Discord:Token", Of(bot, FakeRest.Token).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discord_that_is_not_configured_is_no_trouble()
    {
        await using GatewayUnderTest bot = new();
        bot.Time.Advance(TimeSpan.FromHours(1));

        Assert.Null(Of(bot, null).Trouble);
    }

    [Fact]
    public async Task Where_interactions_come_over_HTTPS_no_connection_is_missed()
    {
        await using GatewayUnderTest bot = new();
        bot.Time.Advance(TimeSpan.FromHours(1));

        Assert.Null(new DiscordHealth(Options.Create(new DiscordOptions { Token = FakeRest.Token, PublicKey = new string('a', 64) }), bot.State, bot.Stop).Trouble);
    }

    private static DiscordHealth Of(GatewayUnderTest bot, string? token) => new(Options.Create(new DiscordOptions { Token = token }), bot.State, bot.Stop);
}
