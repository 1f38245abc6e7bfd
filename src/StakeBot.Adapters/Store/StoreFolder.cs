using StakeBot.Adapters.Store.Lite;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store;

/// <summary>A data folder that no bot is using, for the command line: each call takes the folder, does one thing and lets it go.</summary>
/// <exception cref="FolderTakenException">Every method: a bot uses it.</exception>
/// <exception cref="StoreStartException">Every method: the store cannot be opened.</exception>
public sealed class StoreFolder(string folder, TimeProvider time)
{
    private readonly StoreSetup _setup = new(folder, time) { BallastBytes = 0 };

    /// <summary>Whether a bot ever kept anything there.</summary>
    public bool HasStore => File.Exists(_setup.File);

    /// <summary>Copies the store into a folder and verifies the copy.</summary>
    /// <exception cref="StoreUnavailableException">It could not be written or did not verify.</exception>
    public Task<BackupReport> BackupAsync(string to, CancellationToken ct) => WithStoreAsync(store => store.Backup.BackupAsync(to, ct), ct);

    /// <summary>Writes the journal and all records that are no secret as JSON lines.</summary>
    /// <exception cref="StoreUnavailableException">It could not be written.</exception>
    public Task<ExportReport> ExportAsync(TextWriter to, CancellationToken ct) => WithStoreAsync(
        store => store.DoAsync(session => StoreExport.Write(to, session.Journal.All(), session.Records.All(), SecretCollections.Names), ct), ct);

    /// <summary>Puts a backup or an export into the place of the store, in safe mode. What was there is kept under another name.</summary>
    /// <exception cref="StoreTransferException">The file cannot be taken in; everything is as it was.</exception>
    /// <exception cref="StoreUnavailableException">It could not be written; everything is as it was.</exception>
    public async Task<RestoreReport> RestoreAsync(string file, CancellationToken ct)
    {
        using FolderLock held = FolderLock.Take(folder);
        return await StoreRestore.FromAsync(file, _setup, ct).ConfigureAwait(false);
    }

    private async Task<T> WithStoreAsync<T>(Func<LiteStore, Task<T>> work, CancellationToken ct)
    {
        using FolderLock held = FolderLock.Take(folder);
        using LiteStore store = new(_setup);
        await store.OpenAsync(ct).ConfigureAwait(false);
        return await work(store).ConfigureAwait(false);
    }
}
