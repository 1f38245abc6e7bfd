using System.CommandLine;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Transfer;

namespace StakeBot.Host.Verbs;

/// <summary>restore FILE: a backup or an export takes the place of the store, in safe mode.</summary>
internal static class RestoreVerb
{
    public static Command Command()
    {
        Argument<string> file = new("file") { Description = "What backup or export has written." };
        Command command = new("restore", "Puts a backup or an export into the place of the store; the bot then sends nothing until its owner says so.") { file };
        command.SetAction((line, ct) => StoreVerb.RunAsync(
            "Nothing was restored.",
            mustExist: false,
            (folder, _) => RestoreAsync(folder, line.GetValue(file)!, ct)));
        return command;
    }

    private static async Task<int> RestoreAsync(StoreFolder folder, string file, CancellationToken ct)
    {
        RestoreReport report = await folder.RestoreAsync(Path.GetFullPath(file), ct);
        Console.WriteLine($"{report.Records} records and {report.JournalLength} journal records were restored from {file}.");
        if (report.Withheld > 0)
            Console.WriteLine($"{report.Withheld} secrets were left out of the export: enter them again.");
        if (report.Replaced is not null)
            Console.WriteLine($"What was there before is now {report.Replaced}.");
        Console.WriteLine("The store is in safe mode: nothing is sent until the owner has looked at every stake and resumes.");
        return ExitCode.Done;
    }
}
