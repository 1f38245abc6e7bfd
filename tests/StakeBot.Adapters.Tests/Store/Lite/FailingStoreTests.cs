using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Lite;

public sealed class FailingStoreTests : IDisposable
{
    private readonly OpenLiteStore _open;
    private WritePoint? _failing;
    private long _free = long.MaxValue;

    public FailingStoreTests() => _open = new OpenLiteStore(setup => setup with { At = Pass, FreeBytes = () => _free });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task A_write_that_failed_after_all_was_written_is_found_when_read()
    {
        _failing = WritePoint.BeforeAcknowledge;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct));
        _failing = null;

        Assert.NotNull(await _open.Store.FindAsync("proposal", "p1", Ct));
        Assert.False(await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct));
        Assert.Single(await _open.Store.ReadJournalAsync(1, 10, null, Ct));
        Assert.Null(_open.Store.SafeMode);
    }

    [Fact]
    public async Task A_write_that_failed_before_it_was_committed_left_nothing()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p0")), Ct);
        _failing = WritePoint.BeforeCommit;
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _open.Store.TryTransitionAsync(new Transition(Entry(), [Insert("p1")], [Message("m1")]), Ct));
        _failing = null;

        Assert.Null(await _open.Store.FindAsync("proposal", "p1", Ct));
        Assert.Empty(await _open.Outbox.DueAsync("web", Some.Moment, 10, Ct));
        Assert.True(await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct));
        Assert.Equal([1, 2], (await _open.Store.ReadJournalAsync(1, 10, null, Ct)).Select(record => record.Sequence));
        Assert.Null(_open.Store.SafeMode);
    }

    [Fact]
    public async Task With_little_room_on_the_disk_nothing_is_changed_or_claimed_and_everything_can_be_read()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        await _open.Due.PutAsync(Item("a"), Ct);
        _free = (64L << 20) - 1;

        StoreUnavailableException full = await Assert.ThrowsAsync<StoreUnavailableException>(() => _open.Store.TryTransitionAsync(Of(Insert("p2")), Ct));

        Assert.Contains("Only 63 MB are free", full.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", full.Message, StringComparison.Ordinal);
        Assert.Empty(await _open.Due.ClaimAsync("digest", Some.Moment, TimeSpan.FromMinutes(1), 10, Ct));
        Assert.NotNull(await _open.Store.FindAsync("proposal", "p1", Ct));
        Assert.Single(await _open.Store.ReadJournalAsync(1, 10, null, Ct));
        _free = 64L << 20;
        Assert.True(await _open.Store.TryTransitionAsync(Of(Insert("p2")), Ct));
        Assert.Single(await _open.Due.ClaimAsync("digest", Some.Moment, TimeSpan.FromMinutes(1), 10, Ct));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        using OpenLiteStore other = new();
        other.Lite.Dispose();

        StoreUnavailableException closed = await Assert.ThrowsAsync<StoreUnavailableException>(() => other.Store.FindAsync("proposal", "p1", Ct));

        Assert.Equal("The store is closed.", closed.Message);
    }

    [Fact]
    public async Task What_waits_when_it_is_closed_is_finished_first()
    {
        using OpenLiteStore other = new();
        Task<bool>[] waiting = [.. Enumerable.Range(0, 40).Select(i => other.Store.TryTransitionAsync(Of(Insert($"p{i}")), Ct))];

        other.Lite.Dispose();

        Assert.All(await Task.WhenAll(waiting), Assert.True);
    }

    [Fact]
    public async Task The_ballast_is_written_once_and_only_where_there_is_room()
    {
        using OpenLiteStore roomy = new(setup => setup with { BallastBytes = 1 << 20 });
        await roomy.Lite.OpenAsync(Ct);
        using OpenLiteStore narrow = new(setup => setup with { BallastBytes = 1 << 20, FreeBytes = () => 64L << 20 });
        await narrow.Lite.OpenAsync(Ct);

        Assert.Equal(1 << 20, new FileInfo(Path.Combine(roomy.Folder, "stakebot.ballast")).Length);
        Assert.False(File.Exists(Path.Combine(narrow.Folder, "stakebot.ballast")));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_with_a_sentence()
    {
        _open.Close();
        await File.WriteAllTextAsync(_open.Setup.File, new string('x', 20000), Ct);
        using LiteStore store = new(_open.Setup);

        StoreStartException refused = await Assert.ThrowsAsync<StoreStartException>(() => store.OpenAsync(Ct));

        Assert.Contains(_open.Setup.File, refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindAsync("proposal", "p1", Ct));
    }

    [Fact]
    public async Task Leadership_ends_with_the_folder()
    {
        string folder = ScratchFolder.New();
        FolderLock held = FolderLock.Take(folder);
        FolderLeadership leadership = new(held);
        Assert.True(await leadership.TryHoldAsync("executor", Ct));

        held.Dispose();

        Assert.False(await leadership.TryHoldAsync("executor", Ct));
    }

    private void Pass(WritePoint point)
    {
        if (point == _failing)
            throw new IOException("No space left on device");
    }
}
