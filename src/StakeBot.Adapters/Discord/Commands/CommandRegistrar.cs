using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Discord.Commands;

/// <summary>
/// Gives Discord the catalogue, all of it at once, and only when it differs from what was given before: Discord allows few such changes a day.
/// What was given is remembered by its hash.
/// </summary>
internal sealed class CommandRegistrar(
    IDiscordWire wire, CommandCatalogue catalogue, IStakeStore store, IOptions<DiscordOptions> options, TimeProvider time, ILogger<CommandRegistrar> logger) : IBeforeConnecting
{
    private const string Collection = "discord-commands";

    public async Task PrepareAsync(DiscordApplication application, CancellationToken ct)
    {
        string? server = options.Value.DeveloperGuildId;
        JsonArray commands = server is null ? CommandJson.Global(catalogue.Specs) : CommandJson.OfServer(catalogue.Specs);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commands.ToJsonString())));
        string key = server is null ? application.Id : $"{application.Id}/{server}";
        StoredRecord? given = await store.FindAsync(Collection, key, ct);
        if (given?.Body == Body(hash))
            return;
        await wire.SendAsync(new DiscordRequest(server is null ? Routes.PutGlobalCommands(application.Id) : Routes.PutGuildCommands(application.Id, server), commands), ct);
        // Whoever writes this at the same time has given the same commands or newer ones: nothing is lost when it is not noted.
        await store.TryTransitionAsync(
            new Transition(
                new JournalEntry(time.GetUtcNow(), key, "discord-commands-given", "stakebot", Body(hash)),
                [new RecordWrite(Collection, key, given?.Version ?? 0, Body(hash))],
                []),
            ct);
        DiscordLog.CommandsGiven(logger, commands.Count);
    }

    private static string Body(string hash) => $$"""{"hash":"{{hash}}"}""";
}
