using System.CommandLine;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Transfer;

namespace StakeBot.Host.Verbs;

/// <summary>export: the journal and the records as JSON lines, without secrets.</summary>
internal static class ExportVerb
{
    public static Command Command()
    {
        Option<string?> to = new("--to") { Description = "The file to write, which must not be there; without it, the lines are printed." };
        Command command = new("export", "Writes the journal and the records as JSON lines, without secrets.") { to };
        command.SetAction((line, ct) => StoreVerb.RunAsync(
            "Nothing was exported.",
            mustExist: true,
            (folder, _) => line.GetValue(to) is { } file ? ToFileAsync(folder, Path.GetFullPath(file), ct) : ToAsync(folder, Console.Out, "This", ct)));
        return command;
    }

    private static async Task<int> ToFileAsync(StoreFolder folder, string file, CancellationToken ct)
    {
        // Beside its place, so that a half one is never taken for a whole one.
        string unfinished = file + ".part";
        if (File.Exists(file))
            throw new IOException($"{file} is there already. Name another file.");
        await using (StreamWriter writer = new(unfinished))
            await ToAsync(folder, writer, file, ct);
        File.Move(unfinished, file);
        return ExitCode.Done;
    }

    private static async Task<int> ToAsync(StoreFolder folder, TextWriter to, string name, CancellationToken ct)
    {
        ExportReport report = await folder.ExportAsync(to, ct);
        await Console.Error.WriteLineAsync(
            $"{name} holds {report.Records} records and {report.JournalLength} journal records; {report.Withheld} secret records are left out.".AsMemory(), ct);
        return ExitCode.Done;
    }
}
