using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Commands;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Commands;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Commands;

public sealed class RegistrarTests
{
    private readonly FakeWire _wire = new();
    private readonly FakeStore _store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_are_given_once_and_again_only_when_they_changed()
    {
        await GiveAsync(new DiscordOptions(), "look");
        await GiveAsync(new DiscordOptions(), "look");
        Assert.Equal("applications/42/commands", Assert.Single(_wire.Sent).Route.Path);

        await GiveAsync(new DiscordOptions(), "look", "act");
        Assert.Equal(2, _wire.Sent.Count);
        Assert.Equal(2, ((JsonArray)_wire.Sent[1].Body!).Count);
    }

    [Fact]
    public async Task A_server_for_development_gets_them_for_itself()
    {
        await GiveAsync(new DiscordOptions { DeveloperGuildId = "8" }, "look");
        await GiveAsync(new DiscordOptions(), "look");

        Assert.Equal(["applications/42/guilds/8/commands", "applications/42/commands"], _wire.Sent.Select(request => request.Route.Path));
    }

    [Fact]
    public async Task What_Discord_did_not_take_is_given_again()
    {
        _wire.Script = _ => throw new DiscordUnavailableException("No answer.");
        await Assert.ThrowsAsync<DiscordUnavailableException>(() => GiveAsync(new DiscordOptions(), "look"));

        _wire.Script = _ => null;
        await GiveAsync(new DiscordOptions(), "look");
        Assert.Equal(2, _wire.Sent.Count);
    }

    private Task GiveAsync(DiscordOptions options, params string[] names) =>
        new CommandRegistrar(
            _wire,
            new CommandCatalogue(names.Select(name => new FakeCommand(name, CommandTopic.Look))),
            _store,
            Options.Create(options),
            new FakeTimeProvider(Some.Moment),
            NullLogger<CommandRegistrar>.Instance).PrepareAsync(new DiscordApplication("42"), Ct);
}
