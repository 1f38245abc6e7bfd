using LiteDB;
using StakeBot.Bot.Ports.Storage;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Lite;

public sealed class SafeModeTests : IDisposable
{
    private readonly OpenLiteStore _open = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _open.Dispose();

    [Theory]
    [InlineData("body", "The record proposal/p2 has a content that is not the one in the journal.")]
    [InlineData("version", "The record proposal/p2 has version 7; the journal says 1.")]
    [InlineData("gone", "The record proposal/p2 is in the journal and gone from the records.")]
    [InlineData("new", "The record proposal/p9 is in no journal record.")]
    [InlineData("entry", "The chain of the journal is broken at record 2.")]
    [InlineData("hash", "The chain of the journal is broken at record 2.")]
    [InlineData("gap", "The journal goes from record 1 to 3.")]
    [InlineData("tail", "The record proposal/p3 is in no journal record.")]
    public async Task What_was_changed_behind_its_back_puts_the_store_into_safe_mode_and_is_named(string damage, string reason)
    {
        await WriteThreeAsync();
        _open.Damage(file => Damage(file, damage));
        await _open.Lite.OpenAsync(Ct);

        Assert.Equal(reason, _open.Store.SafeMode);
        Assert.False(await _open.Store.LeaveSafeModeAsync(Ct));
        Assert.Equal(reason, _open.Store.SafeMode);
        Assert.NotNull(await _open.Store.FindAsync("proposal", "p1", Ct));
    }

    [Fact]
    public async Task Writing_over_a_damaged_record_does_not_end_safe_mode()
    {
        await WriteThreeAsync();
        _open.Damage(file => Damage(file, "body"));
        await _open.Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p2", 1, """{"state":"NeedsHuman"}""")), Ct);
        _open.Restart();
        await _open.Lite.OpenAsync(Ct);

        Assert.Equal("The record proposal/p2 has a content that is not the one in the journal.", _open.Store.SafeMode);
        Assert.True(await _open.Store.LeaveSafeModeAsync(Ct));
        Assert.Null(_open.Store.SafeMode);
    }

    [Theory]
    [InlineData("body", true)]
    [InlineData("gone", true)]
    [InlineData("tail", true)]
    [InlineData("entry", false)]
    [InlineData("hash", false)]
    [InlineData("gap", false)]
    public async Task Safe_mode_is_journaled_with_the_next_write_unless_the_journal_is_what_is_damaged(string damage, bool isJournaled)
    {
        await WriteThreeAsync();
        _open.Damage(file => Damage(file, damage));
        await _open.Lite.OpenAsync(Ct);
        Assert.Empty(await _open.Store.ReadJournalAsync(1, 10, "store", Ct));

        Assert.True(await _open.Store.TryTransitionAsync(Of(Insert("p4")), Ct));
        Assert.True(await _open.Store.TryTransitionAsync(Of(Insert("p5")), Ct));

        Assert.Equal(isJournaled ? ["safe-mode-entered"] : [], (await _open.Store.ReadJournalAsync(1, 10, "store", Ct)).Select(record => record.Entry.Event));
        _open.Restart();
        await _open.Lite.OpenAsync(Ct);
        Assert.NotNull(_open.Store.SafeMode);
    }

    [Fact]
    public async Task A_lost_index_is_made_anew()
    {
        await WriteThreeAsync();
        _open.Damage(file => file.GetCollection("journal").DropIndex("subject"));
        await _open.Lite.OpenAsync(Ct);

        Assert.Null(_open.Store.SafeMode);
        Assert.Equal(3, (await _open.Store.ReadJournalAsync(1, 10, "p1", Ct)).Count);
    }

    private async Task WriteThreeAsync()
    {
        foreach (string key in (string[])["p1", "p2", "p3"])
            Assert.True(await _open.Store.TryTransitionAsync(Of(Insert(key, """{"amount":"1.5"}""")), Ct));
    }

    private static void Damage(LiteDatabase file, string damage)
    {
        ILiteCollection<BsonDocument> records = file.GetCollection("records");
        ILiteCollection<BsonDocument> journal = file.GetCollection("journal");
        BsonDocument record = records.FindById("proposal/p2");
        BsonDocument line = journal.FindById(2L);
        switch (damage)
        {
            case "body":
                record["b"] = """{"amount":"9.5"}""";
                records.Update(record);
                break;
            case "version":
                record["v"] = 7L;
                records.Update(record);
                break;
            case "gone":
                records.Delete("proposal/p2");
                break;
            case "new":
                records.Insert(new BsonDocument { ["_id"] = "proposal/p9", ["v"] = 1L, ["b"] = "{}" });
                break;
            case "entry":
                byte[] content = line["c"].AsBinary;
                content[content.AsSpan().IndexOf("drift"u8)] = (byte)'D';
                line["c"] = content;
                journal.Update(line);
                break;
            case "hash":
                line["h"] = new string('a', 64);
                journal.Update(line);
                break;
            case "gap":
                journal.Delete(2L);
                break;
            case "tail":
                journal.Delete(3L);
                break;
            default:
                throw new ArgumentException(damage, nameof(damage));
        }
    }
}
