using StakeBot.Adapters.Store.Chain;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>Fills an empty store from an export. The journal goes on where it ended; what was withheld is taken out by journal records of their own.</summary>
internal static class StoreImport
{
    public static void Fill(LiteSession empty, ExportContent content, DateTimeOffset now)
    {
        if (empty.Head.Sequence > 0)
            throw new StoreTransferException("Only an empty store can be filled from an export.");
        empty.Write(() =>
        {
            foreach (JournalLine line in content.Journal)
                empty.Append(line, JournalContent.Read(line).Entry.Subject);
            foreach (StoredRecord record in content.Records)
                empty.Records.Put(record);
            foreach (WrittenRecord[] gone in content.Withheld.Chunk(StoreLimits.Writes))
            {
                empty.Append(
                    new JournalEntry(now, "store", "records-withheld", "stakebot", "{}"),
                    [.. gone.Select(record => record with { Version = record.Version + 1, BodyHash = null })]);
            }
        });
        if (empty.Scan(empty.Head).Problem is { } problem)
            throw new StoreTransferException($"The store that was filled does not verify. {problem}");
    }
}
