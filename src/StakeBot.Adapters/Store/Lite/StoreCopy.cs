using System.Globalization;
using StakeBot.Adapters.Store.Chain;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Copies of the data file, named after the time they were made.</summary>
internal static class StoreCopy
{
    /// <summary>Copies the file, which must be at a checkpoint and must not be written to meanwhile, and looks at the copy.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static (string File, ScanResult Scan) Make(StoreSetup setup, string folder, string name)
    {
        PrivateFolder.Create(folder);
        string time = setup.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        string file = Path.Combine(folder, $"{name}-{time}.db");
        string unfinished = file + ".part";
        DurableFile.Copy(setup.File, unfinished);
        ScanResult scan = LiteSession.Look(unfinished);
        File.Move(unfinished, file, overwrite: true);
        return (file, scan);
    }
}
