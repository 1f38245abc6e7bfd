using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Bot.Ports.Storage;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Transfer;

public sealed class ExportTests : IDisposable
{
    private readonly OpenLiteStore _open = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StoreFolder Folder => new(_open.Folder, _open.Time);

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task An_export_shows_everything_but_secrets()
    {
        await FillAsync();

        using StringWriter text = new();
        ExportReport report = await Folder.ExportAsync(text, Ct);

        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(new ExportReport(2, 4, 1), report);
        Assert.Equal("""{"kind":"stakebot-export","format":1,"withheld":["secret","secrets"]}""", lines[0]);
        Assert.Equal("""{"records":2,"journal":4}""", lines[^1]);
        Assert.Equal(1 + 4 + 2 + 1, lines.Length);
        Assert.Contains("""{"collection":"proposal","key":"p1","version":2,"body":"{\"text\":\"±\"}"}""", lines);
        Assert.DoesNotContain("sealed-key", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_keeps_the_chain_and_is_in_safe_mode()
    {
        await FillAsync();
        string file = await ExportAsync();
        StoreSetup other = _open.Setup with { Folder = Path.Combine(_open.Folder, "other") };

        RestoreReport report = await new StoreFolder(other.Folder, _open.Time).RestoreAsync(file, Ct);

        // One journal record more: it says that the secret is not there.
        Assert.Equal(new RestoreReport(2, 5, 1, null), report);
        using LiteStore store = new(other);
        await store.OpenAsync(Ct);
        Assert.Equal("Restored from export.jsonl on 2026-11-21 14:00 UTC: what was sent after it was made is not known here.", store.SafeMode);
        IReadOnlyList<JournalRecord> journal = await store.ReadJournalAsync(1, 10, null, Ct);
        Assert.Equal(await HashesAsync(), journal.Take(4).Select(record => record.Hash));
        Assert.Equal(new WrittenRecord("secret", "numerai", 2, null), Assert.Single(journal[4].Written));
        Assert.Equal(new StoredRecord("proposal", "p1", 2, """{"text":"±"}"""), await store.FindAsync("proposal", "p1", Ct));
        Assert.Null(await store.FindAsync("secret", "numerai", Ct));
        Assert.True(await store.LeaveSafeModeAsync(Ct));
    }

    [Theory]
    [InlineData("\"body\":\"{}\"", "\"body\":\"{1}\"", "The export does not verify. The record lane/ana has a content that is not the one in the journal.")]
    [InlineData("web:ana", "web:eve", "The export does not verify. The chain of the journal is broken at record 1.")]
    [InlineData("{\"records\":2,\"journal\":4}\n", "", "The export is not complete: its end is missing, or says another length.")]
    [InlineData("{\"records\":2", "{\"records\":3", "The export is not complete: its end is missing, or says another length.")]
    [InlineData("stakebot-export", "telegram-export", "The file is no export of StakeBot.")]
    [InlineData("\"format\":1", "\"format\":2", "The export has format 2, this program reads 1.")]
    [InlineData("\"key\":", "\"clef\":", "Line 6 of the export cannot be read.")]
    public async Task An_export_that_was_changed_is_refused_and_everything_is_as_it_was(string what, string by, string reason)
    {
        await FillAsync();
        string file = await ExportAsync();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Ct)).Replace(what, by, StringComparison.Ordinal), Ct);
        string[] before = Directory.GetFiles(_open.Folder);

        StoreTransferException refused = await Assert.ThrowsAsync<StoreTransferException>(() => Folder.RestoreAsync(file, Ct));

        Assert.Equal(reason, refused.Message);
        Assert.Equal(before.Order(), Directory.GetFiles(_open.Folder).Order());
        Assert.Equal(4, (await HashesAsync()).Count);
    }

    private async Task FillAsync()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        await _open.Store.TryTransitionAsync(Of(Insert("numerai", """{"cipher":"sealed-key"}""", "secret")), Ct);
        await _open.Store.TryTransitionAsync(Of(Insert("ana", collection: "lane")), Ct);
        await _open.Store.TryTransitionAsync(Of(new RecordWrite("proposal", "p1", 1, """{"text":"±"}""")), Ct);
        _open.Close();
    }

    private async Task<string> ExportAsync()
    {
        string file = Path.Combine(_open.Folder, "export.jsonl");
        await using StreamWriter writer = new(file);
        await Folder.ExportAsync(writer, Ct);
        return file;
    }

    private async Task<IReadOnlyList<string>> HashesAsync()
    {
        using LiteStore store = new(_open.Setup);
        return [.. (await store.ReadJournalAsync(1, 10, null, Ct)).Select(record => record.Hash)];
    }
}
