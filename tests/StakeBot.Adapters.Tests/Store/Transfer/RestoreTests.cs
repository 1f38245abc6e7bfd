using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Bot.Ports.Storage;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Transfer;

public sealed class RestoreTests : IDisposable
{
    private readonly OpenLiteStore _open = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StoreFolder Folder => new(_open.Folder, _open.Time);

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task A_backup_comes_back_in_safe_mode_and_what_was_there_is_kept()
    {
        string backup = await BackupAndGoOnAsync();

        RestoreReport report = await Folder.RestoreAsync(backup, Ct);

        Assert.Equal(new RestoreReport(1, 1, 0, Path.Combine(_open.Folder, "stakebot-replaced-20261121T140000000Z.db")), report);
        _open.Restart();
        await _open.Lite.OpenAsync(Ct);
        Assert.StartsWith("Restored from stakebot-backup-", _open.Store.SafeMode, StringComparison.Ordinal);
        Assert.Equal("safe-mode-entered", Assert.Single(await _open.Store.ReadJournalAsync(2, 10, null, Ct)).Entry.Event);
        Assert.Null(await _open.Store.FindAsync("proposal", "p2", Ct));
        _open.Restart();
        await _open.Lite.OpenAsync(Ct);
        Assert.NotNull(_open.Store.SafeMode);
        using LiteStore replaced = new(_open.Setup with { Name = Path.GetFileName(report.Replaced!) });
        Assert.NotNull(await replaced.FindAsync("proposal", "p2", Ct));
        Assert.Null(replaced.SafeMode);
    }

    [Fact]
    public async Task Nothing_is_restored_into_the_folder_of_a_running_bot()
    {
        BackupReport backup = await _open.Lite.Backup.BackupAsync(Path.Combine(_open.Folder, "backups"), Ct);

        await Assert.ThrowsAsync<FolderTakenException>(() => Folder.RestoreAsync(backup.File, Ct));
    }

    [Fact]
    public async Task A_backup_that_was_changed_is_refused_and_everything_is_as_it_was()
    {
        string backup = await BackupAndGoOnAsync();
        using (LiteDB.LiteDatabase file = LiteFile.Open(backup))
            file.GetCollection("records").DeleteAll();

        StoreTransferException refused = await Assert.ThrowsAsync<StoreTransferException>(() => Folder.RestoreAsync(backup, Ct));

        Assert.Contains("does not verify. The record proposal/p1 is in the journal and gone from the records.", refused.Message, StringComparison.Ordinal);
        await NothingChangedAsync();
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_and_everything_is_as_it_was()
    {
        await BackupAndGoOnAsync();
        string other = Path.Combine(_open.Folder, "holiday.jpg");
        await File.WriteAllBytesAsync(other, new byte[30000], Ct);

        StoreTransferException refused = await Assert.ThrowsAsync<StoreTransferException>(() => Folder.RestoreAsync(other, Ct));

        Assert.Contains("is no backup of StakeBot", refused.Message, StringComparison.Ordinal);
        await NothingChangedAsync();
    }

    private async Task<string> BackupAndGoOnAsync()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        BackupReport backup = await _open.Lite.Backup.BackupAsync(Path.Combine(_open.Folder, "backups"), Ct);
        await _open.Store.TryTransitionAsync(Of(Insert("p2")), Ct);
        _open.Close();
        return backup.File;
    }

    private async Task NothingChangedAsync()
    {
        Assert.Empty(Directory.GetFiles(_open.Folder, "stakebot-re*"));
        _open.Restart();
        Assert.NotNull(await _open.Store.FindAsync("proposal", "p2", Ct));
        Assert.Null(_open.Store.SafeMode);
    }
}
