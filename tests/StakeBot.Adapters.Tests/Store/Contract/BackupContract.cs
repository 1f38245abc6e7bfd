using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Contract;

/// <summary>What every store promises of its copies.</summary>
public abstract class BackupContract : IDisposable
{
    private readonly OpenStore _open;
    private readonly string _folder = ScratchFolder.New();

    private protected BackupContract(OpenStore open) => _open = open;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _open.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_backup_says_what_it_holds_and_can_be_restored_secrets_and_all()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1"), Insert("p2"), Insert("key", collection: "secret")), Ct);
        await _open.Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p2", 1, null)), Ct);

        BackupReport report = await _open.Backup.BackupAsync(Path.Combine(_folder, "backups"), Ct);
        await _open.Store.TryTransitionAsync(Of(Insert("p3")), Ct);

        string head = (await _open.Store.ReadJournalAsync(2, 1, null, Ct))[0].Hash;
        Assert.Equal((2, 2L, head), (report.Records, report.JournalLength, report.JournalHead));
        Assert.Equal([report.File], Directory.GetFiles(Path.Combine(_folder, "backups")));
        Assert.Contains("20261121T140000000Z", report.File, StringComparison.Ordinal);
        FakeTimeProvider time = new(Some.Moment);
        await new StoreFolder(_folder, time).RestoreAsync(report.File, Ct);
        using LiteStore restored = new(new StoreSetup(_folder, time) { BallastBytes = 0 });
        Assert.Equal(["p1"], (await restored.ListAsync("proposal", "", Ct)).Select(record => record.Key));
        Assert.NotNull(await restored.FindAsync("secret", "key", Ct));
        IReadOnlyList<JournalRecord> journal = await restored.ReadJournalAsync(1, 10, null, Ct);
        Assert.Equal((3, head, "safe-mode-entered"), (journal.Count, journal[1].Hash, journal[2].Entry.Event));
        Assert.NotNull(restored.SafeMode);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said_and_the_store_goes_on()
    {
        string file = Path.Combine(_folder, "backups");
        await File.WriteAllTextAsync(file, "a file where the folder should be", Ct);

        StoreUnavailableException refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => _open.Backup.BackupAsync(file, Ct));

        Assert.Contains("The store itself is untouched.", refused.Message, StringComparison.Ordinal);
        Assert.True(await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct));
    }
}
