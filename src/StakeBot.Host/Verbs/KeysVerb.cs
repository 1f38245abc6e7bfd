using System.CommandLine;
using StakeBot.Adapters.Secrets;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Verbs;

/// <summary>keys: the master key, which encrypts all secrets. It is made on purpose and changed on purpose.</summary>
internal static class KeysVerb
{
    public static Command Command() => new("keys", "The master key that encrypts what is secret.") { New(), Rotate() };

    private static Command New()
    {
        Argument<string> file = new("file") { Description = "The file to make; best outside the data folder, so that no backup holds both." };
        Command command = new("new", "Makes a file with a new master key. Never replaces one.") { file };
        command.SetAction(line => Make(line.GetValue(file)!));
        return command;
    }

    private static Command Rotate()
    {
        Argument<string> file = new("file") { Description = "The file with the new master key, made by stakebot keys new." };
        Command command = new("rotate", "Encrypts every secret anew under another master key: all of them, or none.") { file };
        command.SetAction((line, ct) => StoppedBot.WithFolderAsync(services => RotateAsync(services, line.GetValue(file)!, ct), ct));
        return command;
    }

    private static int Make(string file)
    {
        try
        {
            MasterKey key = MasterKeyFile.Create(file);
            Console.WriteLine($"Made {file} with the master key {key.Id}. Only its owner can read it.");
            Console.WriteLine($"Tell the bot where it is: {MasterKeySource.FileVariable}={Path.GetFullPath(file)}");
            Console.WriteLine("Keep a copy somewhere safe, but not beside the backups of the data: without this file the secrets cannot be read.");
            return ExitCode.Done;
        }
        catch (MasterKeyException fault)
        {
            return StoppedBot.Say($"{fault.Message}\nNothing was written.", ExitCode.Refused);
        }
    }

    private static async Task<int> RotateAsync(IServiceProvider services, string file, CancellationToken ct)
    {
        try
        {
            MasterKey anew = MasterKeyFile.Read(file, ownerOnly: true);
            if (services.GetRequiredService<MasterKeySource>().Find() is not { } found)
                return StoppedBot.Say($"{MasterKeySource.HowToMakeOne}\nNothing was changed.", ExitCode.Refused);
            if (await services.GetRequiredService<KeyRotation>().RotateAsync(found.Key, anew, ct) is not { } secrets)
                return StoppedBot.Say("Somebody changed a secret at the same moment.\nNothing was changed.", ExitCode.Refused);
            Console.WriteLine($"{secrets} secrets are now encrypted with the master key {anew.Id} instead of {found.Key.Id}, which came from {found.From}.");
            Console.WriteLine($"Tell the bot where the new one is before it starts again: {MasterKeySource.FileVariable}={Path.GetFullPath(file)}");
            Console.WriteLine("Keep the old one as long as you keep backups that need it.");
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is MasterKeyException or SecretsUnavailableException or StoreUnavailableException)
        {
            return StoppedBot.Say($"{fault.Message}\nNothing was changed.", ExitCode.Refused);
        }
    }
}
