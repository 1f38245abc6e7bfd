using System.CommandLine;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Verbs;

/// <summary>backup: a verified copy of everything that the bot must not forget.</summary>
internal static class BackupVerb
{
    public static Command Command()
    {
        Option<string?> to = new("--to") { Description = "The folder for the copy; without it, backups in the data folder." };
        Command command = new("backup", "Copies the store and verifies the copy; the newest 14 are kept.") { to };
        command.SetAction((line, ct) => StoreVerb.RunAsync(
            "Nothing was copied.",
            mustExist: true,
            (folder, path) => CopyAsync(folder, line.GetValue(to) ?? Path.Combine(path, "backups"), ct)));
        return command;
    }

    private static async Task<int> CopyAsync(StoreFolder folder, string to, CancellationToken ct)
    {
        BackupReport report = await folder.BackupAsync(Path.GetFullPath(to), ct);
        Console.WriteLine($"{report.File} holds {report.Records} records and {report.JournalLength} journal records. It was opened and verified.");
        Console.WriteLine($"The newest journal record's hash is {report.JournalHead}.");
        return ExitCode.Done;
    }
}
