using System.Security.Cryptography;
using System.Text;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Contract;

/// <summary>What every store promises of its journal.</summary>
public abstract class JournalContract : IDisposable
{
    private readonly OpenStore _open;

    private protected JournalContract(OpenStore open) => _open = open;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _open.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_record_is_linked_to_the_one_before_over_restarts()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        _open.Restart();
        await _open.Store.TryTransitionAsync(Of(), Ct);
        await _open.Store.TryTransitionAsync(Of(Insert("p2")), Ct);

        IReadOnlyList<JournalRecord> journal = await _open.Store.ReadJournalAsync(1, 100, null, Ct);

        Assert.Equal([1, 2, 3], journal.Select(record => record.Sequence));
        Assert.Equal([new string('0', 64), journal[0].Hash, journal[1].Hash], journal.Select(record => record.PreviousHash));
        Assert.Equal(3, journal.Select(record => record.Hash).Distinct().Count());
    }

    [Fact]
    public async Task The_hash_can_be_worked_out_by_anybody()
    {
        await _open.Store.TryTransitionAsync(new Transition(new JournalEntry(Some.Moment, "p±1", "proposed", "web:ana", "{\"a\":\"b\"}"), [Insert("p±1")], []), Ct);

        JournalRecord record = Assert.Single(await _open.Store.ReadJournalAsync(1, 100, null, Ct));

        string content = $$"""{"sequence":1,"at":{{Some.Moment.ToUnixTimeMilliseconds()}},"subject":"p±1","event":"proposed","actor":"web:ana","detail":"{\"a\":\"b\"}","written":[{"collection":"proposal","key":"p±1","version":1,"body":"{{Hex("{}")}}"}]}""";
        Assert.Equal(Hex(new string('0', 64) + content), record.Hash);
    }

    [Fact]
    public async Task An_entry_comes_back_as_it_was_to_the_millisecond()
    {
        JournalEntry entry = new(
            new DateTimeOffset(2026, 11, 22, 7, 30, 0, 123, TimeSpan.FromHours(2)).AddTicks(4567), "p/1", "proposal-confirmed", "telegram:77", new string('d', 4095));
        RecordWrite[] writes = [.. Enumerable.Range(0, 60).Select(i => Insert($"leg-{i}-{new string('k', 150)}"))];
        await _open.Store.TryTransitionAsync(new Transition(entry, writes, []), Ct);
        await _open.Store.TryTransitionAsync(Of(new RecordWrite("proposal", writes[0].Key, 1, null)), Ct);
        _open.Restart();

        IReadOnlyList<JournalRecord> journal = await _open.Store.ReadJournalAsync(1, 10, null, Ct);

        Assert.Equal(entry with { At = new DateTimeOffset(2026, 11, 22, 5, 30, 0, 123, TimeSpan.Zero) }, journal[0].Entry);
        Assert.Equal(writes.Select(write => new WrittenRecord("proposal", write.Key, 1, Hex("{}"))), journal[0].Written);
        Assert.Equal(new WrittenRecord("proposal", writes[0].Key, 2, null), Assert.Single(journal[1].Written));
        Assert.Null(_open.Store.SafeMode);
    }

    [Fact]
    public async Task It_is_read_in_pages_and_by_subject()
    {
        for (int i = 1; i <= 9; i++)
            await _open.Store.TryTransitionAsync(new Transition(Entry(i % 3 == 0 ? "p1" : "p1/x", $"event-{i}"), [], []), Ct);

        Assert.Equal([4, 5], (await _open.Store.ReadJournalAsync(4, 2, null, Ct)).Select(record => record.Sequence));
        Assert.Equal([3, 6], (await _open.Store.ReadJournalAsync(1, 2, "p1", Ct)).Select(record => record.Sequence));
        Assert.Equal([9], (await _open.Store.ReadJournalAsync(7, 2, "p1", Ct)).Select(record => record.Sequence));
        Assert.Empty(await _open.Store.ReadJournalAsync(1, 100, "p", Ct));
        Assert.Empty(await _open.Store.ReadJournalAsync(10, 100, null, Ct));
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
