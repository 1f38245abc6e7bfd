using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord;

public sealed class OptionsTests
{
    [Fact]
    public void A_token_is_enough() => Assert.Empty(Wrong(new DiscordOptions { Token = FakeRest.Token }));

    [Fact]
    public void Nothing_at_all_is_no_Discord()
    {
        Assert.Empty(Wrong(new DiscordOptions()));
        Assert.False(new DiscordOptions().IsConfigured);
    }

    [Theory]
    [InlineData("https://discord.com/api/v10", true)]
    [InlineData("http://127.0.0.1:4000/api/v10", true)]
    [InlineData("http://localhost:4000/api/v10", true)]
    [InlineData("http://discord.com/api/v10", false)]
    [InlineData("http://192.168.0.2/api/v10", false)]
    [InlineData("https://user:word@discord.com/api/v10", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    public void The_token_goes_over_the_network_encrypted_or_not_at_all(string address, bool isTaken) =>
        Assert.Equal(isTaken, Wrong(new DiscordOptions { Token = FakeRest.Token, ApiBase = new Uri(address) }).Count == 0);

    [Theory]
    [InlineData("wss://gateway.discord.gg", true)]
    [InlineData("ws://127.0.0.1:4000/gateway", true)]
    [InlineData("ws://gateway.discord.gg", false)]
    [InlineData("https://gateway.discord.gg", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void So_it_is_with_the_gateway(string? address, bool isTaken) => Assert.Equal(isTaken, GatewayAddress.Of(address) is not null);

    [Theory]
    [InlineData("Bot abc", "Discord:Token")]
    [InlineData("abc\n", "Discord:Token")]
    [InlineData("", "Discord:Token")]
    public void A_token_that_can_be_none_is_told_without_repeating_it(string token, string setting)
    {
        string wrong = Assert.Single(Wrong(new DiscordOptions { Token = token }));

        Assert.Contains(setting, wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void The_number_of_connections_is_one_or_more(int shards) =>
        Assert.Contains("Discord:Shards", Assert.Single(Wrong(new DiscordOptions { Token = FakeRest.Token, Shards = shards })), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "https://discord.com/api/v10/")]
    [InlineData("http://127.0.0.1:4000/api/v10", "http://127.0.0.1:4000/api/v10/")]
    [InlineData("http://127.0.0.1:4000/api/v10/", "http://127.0.0.1:4000/api/v10/")]
    public void Paths_are_put_behind_the_base_address(string? given, string expected) =>
        Assert.Equal(expected, new DiscordOptions { ApiBase = given is null ? null : new Uri(given) }.Api.AbsoluteUri);

    private static IReadOnlyList<string> Wrong(DiscordOptions options) =>
        new DiscordOptionsValidator().Validate(null, options) is { Failed: true } failed ? [.. failed.Failures] : [];
}
