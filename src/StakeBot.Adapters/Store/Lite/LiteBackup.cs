using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Copies of the embedded store's file, made on its thread; the newest 14 are kept.</summary>
internal sealed class LiteBackup(StoreThread thread, StoreSetup setup) : IBackup
{
    private const string Name = "stakebot-backup";
    private const int Kept = 14;

    public Task<BackupReport> BackupAsync(string folder, CancellationToken ct) => thread.DoAsync(session => Make(session, folder), ct);

    private BackupReport Make(LiteSession session, string folder)
    {
        ScanResult original = session.Scan(session.Head);
        session.Checkpoint();
        (string file, ScanResult copy) = Copy(folder);
        if (copy != original)
            throw new StoreUnavailableException($"The backup {file} is not the same as the store: {copy.Problem ?? "it has other records"}. Keep it apart and look at the disk.");
        foreach (string old in Directory.EnumerateFiles(folder, $"{Name}-*.db").OrderDescending(StringComparer.Ordinal).Skip(Kept))
            File.Delete(old);
        return new BackupReport(file, copy.Records, copy.Head.Sequence, copy.Head.Hash);
    }

    private (string File, ScanResult Scan) Copy(string folder)
    {
        try
        {
            return StoreCopy.Make(setup, folder, Name);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or LiteDB.LiteException)
        {
            throw new StoreUnavailableException($"The backup could not be written to {folder}: {failed.Message.TrimEnd('.')}. The store itself is untouched.", failed);
        }
    }
}
