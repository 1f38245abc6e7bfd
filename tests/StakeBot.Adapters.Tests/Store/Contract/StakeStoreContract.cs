using StakeBot.Bot.Ports.Storage;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Contract;

/// <summary>What every store promises of records.</summary>
public abstract class StakeStoreContract : IDisposable
{
    private readonly OpenStore _open;

    private protected StakeStoreContract(OpenStore open) => _open = open;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IStakeStore Store => _open.Store;

    public void Dispose()
    {
        _open.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_record_begins_at_version_1_and_grows_by_one_with_each_change()
    {
        Assert.True(await Store.TryTransitionAsync(Of(Insert("p1", """{"state":"Proposed"}""")), Ct));
        Assert.True(await Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p1", 1, """{"state":"Confirmed"}""")), Ct));
        _open.Restart();

        Assert.Equal(new StoredRecord("proposal", "p1", 2, """{"state":"Confirmed"}"""), await Store.FindAsync("proposal", "p1", Ct));
        Assert.Null(Store.SafeMode);
    }

    [Fact]
    public async Task The_journals_head_is_its_newest_record()
    {
        Assert.Equal(new JournalHead(0, new string('0', 64)), await Store.ReadJournalHeadAsync(Ct));
        await Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        await Store.TryTransitionAsync(Of(Insert("p2")), Ct);
        _open.Restart();

        JournalRecord newest = (await Store.ReadJournalAsync(1, 100, null, Ct))[^1];

        Assert.Equal(new JournalHead(2, newest.Hash), await Store.ReadJournalHeadAsync(Ct));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await Store.FindAsync("proposal", "p1", Ct));
        Assert.Empty(await Store.ListAsync("proposal", "", Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_change_of_another_version_is_refused_and_writes_nothing(long expected)
    {
        await Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        await Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p1", 1, """{"n":2}""")), Ct);

        Assert.False(await Store.TryTransitionAsync(
            new Transition(Entry(), [Insert("other"), new RecordWrite("proposal", "p1", expected, """{"n":9}""")], [Message("m1")]), Ct));

        Assert.Equal("""{"n":2}""", (await Store.FindAsync("proposal", "p1", Ct))!.Body);
        Assert.Null(await Store.FindAsync("proposal", "other", Ct));
        Assert.Equal(2, (await Store.ReadJournalAsync(1, 100, null, Ct)).Count);
        Assert.Empty(await _open.Outbox.DueAsync("web", StakeBot.Testing.Some.Moment, 10, Ct));
    }

    [Fact]
    public async Task A_record_that_must_exist_and_does_not_is_refused()
    {
        Assert.False(await Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p1", 1, "{}")), Ct));
        Assert.False(await Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p1", 1, null)), Ct));
        Assert.Empty(await Store.ReadJournalAsync(1, 100, null, Ct));
    }

    [Fact]
    public async Task A_deleted_record_is_gone_and_can_be_written_anew()
    {
        await Store.TryTransitionAsync(Of(Insert("account", collection: "lane")), Ct);
        Assert.True(await Store.TryTransitionAsync(Of(new RecordWrite("lane", "account", 1, null)), Ct));
        Assert.Null(await Store.FindAsync("lane", "account", Ct));
        Assert.True(await Store.TryTransitionAsync(Of(Insert("account", """{"by":"p2"}""", "lane")), Ct));
        _open.Restart();

        Assert.Equal(1, (await Store.FindAsync("lane", "account", Ct))!.Version);
        Assert.Null(Store.SafeMode);
    }

    [Fact]
    public async Task Records_messages_and_the_journal_come_together()
    {
        await Store.TryTransitionAsync(new Transition(Entry(), [Insert("p1"), Insert("account", collection: "lane")], [Message("m1"), Message("m1")]), Ct);
        _open.Restart();

        Assert.NotNull(await Store.FindAsync("proposal", "p1", Ct));
        Assert.NotNull(await Store.FindAsync("lane", "account", Ct));
        Assert.Equal("m1", Assert.Single(await _open.Outbox.DueAsync("web", StakeBot.Testing.Some.Moment, 10, Ct)).Message.Id);
        Assert.Equal(["proposal", "lane"], Assert.Single(await Store.ReadJournalAsync(1, 10, null, Ct)).Written.Select(written => written.Collection));
    }

    [Fact]
    public async Task Records_are_listed_by_key_ordinal_and_by_prefix()
    {
        string[] keys = ["b/2", "a", "B/1", "b/10", "b%", "b/ä", "bb"];
        foreach (string key in keys)
            await Store.TryTransitionAsync(Of(Insert(key)), Ct);
        await Store.TryTransitionAsync(Of(Insert("b/3", collection: "proposals")), Ct);

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await Store.ListAsync("proposal", "", Ct)).Select(record => record.Key));
        Assert.Equal(["b/10", "b/2", "b/ä"], (await Store.ListAsync("proposal", "b/", Ct)).Select(record => record.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{\"text\":\"a\u0000b\\n\u0001 ± 🦅\"}")]
    public async Task A_body_comes_back_as_it_was(string body)
    {
        await Store.TryTransitionAsync(Of(Insert("p1", body)), Ct);
        _open.Restart();

        Assert.Equal(body, (await Store.FindAsync("proposal", "p1", Ct))!.Body);
        Assert.Null(Store.SafeMode);
    }

    [Fact]
    public async Task The_largest_body_fits_and_a_larger_one_is_a_fault_of_the_program()
    {
        await Store.TryTransitionAsync(Of(Insert("p1", new string('x', 4095))), Ct);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryTransitionAsync(Of(Insert("p2", new string('x', 4096))), Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryTransitionAsync(Of(Insert("p2", new string('ä', 2048))), Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryTransitionAsync(Of(Insert("p2", "half a \ud83e character")), Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryTransitionAsync(Of(Insert("p2"), Insert("p2")), Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryTransitionAsync(Of(Insert("p2", collection: "Proposal/x")), Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p2", 0, null)), Ct));
        Assert.Single(await Store.ListAsync("proposal", "", Ct));
    }

    [Fact]
    public async Task Of_50_at_once_one_wins()
    {
        await Store.TryTransitionAsync(Of(Insert("p1")), Ct);

        bool[] won = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            () => Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p1", 1, $$"""{"winner":{{i}}}""")), Ct), Ct)));

        Assert.Single(won, true);
        Assert.Equal($$"""{"winner":{{Array.IndexOf(won, true)}}}""", (await Store.FindAsync("proposal", "p1", Ct))!.Body);
        Assert.Equal(2, (await Store.ReadJournalAsync(1, 100, null, Ct)).Count);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_is_not_written()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.TryTransitionAsync(Of(Insert("p1")), cancelled.Token));

        Assert.Null(await Store.FindAsync("proposal", "p1", Ct));
    }

    [Fact]
    public async Task Entering_safe_mode_is_journaled_once_for_each_reason()
    {
        await Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        await Store.EnterSafeModeAsync("The store was restored.", Ct);
        await Store.EnterSafeModeAsync("The store was restored.", Ct);
        await Store.EnterSafeModeAsync("The clock is off.", Ct);
        _open.Restart();

        IReadOnlyList<JournalRecord> journal = await Store.ReadJournalAsync(1, 10, "store", Ct);

        Assert.Equal(
            [("safe-mode-entered", "stakebot", """{"why":"The store was restored."}"""), ("safe-mode-entered", "stakebot", """{"why":"The store was restored. The clock is off."}""")],
            journal.Select(record => (record.Entry.Event, record.Entry.Actor, record.Entry.Detail)));
        Assert.All(journal, record => Assert.Empty(record.Written));
        Assert.True(await Store.LeaveSafeModeAsync(Ct));
    }

    [Fact]
    public async Task Safe_mode_is_entered_with_its_reasons_and_left_when_all_is_well()
    {
        await Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        await Store.EnterSafeModeAsync("The store was restored.", Ct);
        await Store.EnterSafeModeAsync("The clock is off.", Ct);
        _open.Restart();
        Assert.NotNull(await Store.FindAsync("proposal", "p1", Ct));

        Assert.Equal("The store was restored. The clock is off.", Store.SafeMode);
        Assert.True(await Store.LeaveSafeModeAsync(Ct));
        Assert.Null(Store.SafeMode);
        _open.Restart();
        Assert.True(await Store.TryTransitionAsync(Of(Insert("p2")), Ct));
        Assert.Null(Store.SafeMode);
    }
}
