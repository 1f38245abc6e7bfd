using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Lite;

public sealed class BackupTests : IDisposable
{
    private readonly OpenLiteStore _open = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_open.Folder, "backups");

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task A_backup_holds_everything_and_is_named_after_its_time()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1"), Insert("p2")), Ct);
        await _open.Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p2", 1, null)), Ct);

        BackupReport report = await _open.Lite.Backup.BackupAsync(Folder, Ct);

        JournalRecord newest = (await _open.Store.ReadJournalAsync(2, 1, null, Ct))[0];
        Assert.Equal(new BackupReport(Path.Combine(Folder, "stakebot-backup-20261121T140000000Z.db"), 1, 2, newest.Hash), report);
        Assert.Equal([report.File], Directory.GetFiles(Folder));
        await _open.Store.TryTransitionAsync(Of(Insert("p3")), Ct);
        using LiteStore copy = Open(report.File);
        Assert.Equal(["p1"], (await copy.ListAsync("proposal", "", Ct)).Select(record => record.Key));
        Assert.Null(copy.SafeMode);
    }

    [Fact]
    public async Task An_empty_store_can_be_backed_up()
    {
        BackupReport report = await _open.Lite.Backup.BackupAsync(Folder, Ct);

        Assert.Equal((0, 0L, new string('0', 64)), (report.Records, report.JournalLength, report.JournalHead));
    }

    [Fact]
    public async Task The_newest_14_are_kept_and_nothing_else_is_touched()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "holiday.db"), "", Ct);
        for (int i = 0; i < 16; i++)
        {
            await _open.Lite.Backup.BackupAsync(Folder, Ct);
            _open.Time.Advance(TimeSpan.FromDays(1));
        }

        string[] files = [.. Directory.GetFiles(Folder, "stakebot-backup-*").Order()];
        Assert.Equal(14, files.Length);
        Assert.EndsWith("stakebot-backup-20261123T140000000Z.db", files[0], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "holiday.db")));
    }

    private LiteStore Open(string backup)
    {
        StoreSetup setup = _open.Setup with { Folder = Directory.CreateDirectory(Path.Combine(_open.Folder, "opened")).FullName };
        File.Copy(backup, setup.File);
        return new LiteStore(setup);
    }
}
