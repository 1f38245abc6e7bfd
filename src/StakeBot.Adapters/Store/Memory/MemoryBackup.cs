using System.Globalization;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Memory;

/// <summary>A copy of what is in memory, as an export that leaves nothing out; it can be restored like any other.</summary>
internal sealed class MemoryBackup(Func<TextWriter, ExportReport> write, TimeProvider time) : IBackup
{
    public async Task<BackupReport> BackupAsync(string folder, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            Directory.CreateDirectory(folder);
            string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"stakebot-backup-{time.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}.jsonl"));
            ExportReport report;
            await using (FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None))
            await using (StreamWriter writer = new(stream))
            {
                report = write(writer);
                stream.Flush(flushToDisk: true);
            }
            using StreamReader reader = new(file);
            ExportContent copy = ExportContent.Read(reader);
            ChainHead head = copy.Journal.Count == 0 ? ChainHead.Start : copy.Journal[^1].Head;
            return copy.Records.Count == report.Records && copy.Journal.Count == report.JournalLength
                ? new BackupReport(file, report.Records, report.JournalLength, head.Hash)
                : throw new StoreUnavailableException($"The backup {file} is not the same as the store.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or StoreTransferException)
        {
            throw new StoreUnavailableException($"The backup could not be written to {folder}: {failed.Message.TrimEnd('.')}. The store itself is untouched.", failed);
        }
    }
}
