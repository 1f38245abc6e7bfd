using System.CommandLine;
using StakeBot.Bot.Linking;

namespace StakeBot.Host.Verbs;

/// <summary>link: gives the bot a Numerai key, past every chat.</summary>
internal static class LinkVerb
{
    public static Command Command()
    {
        Option<bool> staking = new("--staking") { Description = "A key that changes stakes, kept apart from the one that reads." };
        Command command = new("link", "Asks for a Numerai key, checks it and keeps it encrypted. Also reads both parts from standard input, a line each.") { staking };
        command.SetAction((line, ct) => StoppedBot.WithFolderAsync(services => LinkAsync(services, line.GetValue(staking) ? KeyUse.Staking : KeyUse.Reading, ct), ct));
        return command;
    }

    private static async Task<int> LinkAsync(IServiceProvider services, KeyUse use, CancellationToken ct) =>
        services.GetService<KeyLinking>() is { } linking
            ? await new LinkDialogue(linking, new ConsolePrompt(), Console.Out).RunAsync(use, ct)
            : StoppedBot.Say("There is nowhere to keep a key.\nNothing was kept.", ExitCode.Refused);
}
