using System.Text;
using System.Text.Json;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>An export that was read and verified: complete, its journal's chain whole, and its records what the journal says.</summary>
/// <param name="Journal">The whole journal.</param>
/// <param name="Records">The records that were not withheld.</param>
/// <param name="Withheld">The records that the journal knows and the export leaves out.</param>
internal sealed record ExportContent(IReadOnlyList<JournalLine> Journal, IReadOnlyList<StoredRecord> Records, IReadOnlyList<WrittenRecord> Withheld)
{
    /// <exception cref="StoreTransferException">It is no export, is not complete, or does not verify.</exception>
    public static ExportContent Read(TextReader from)
    {
        int number = 0;
        try
        {
            List<JournalLine> journal = [];
            List<StoredRecord> records = [];
            HashSet<string>? withheld = null;
            bool ended = false;
            while (from.ReadLine() is { } text)
            {
                number++;
                using JsonDocument line = JsonDocument.Parse(text);
                JsonElement root = line.RootElement;
                if (ended)
                    throw new StoreTransferException($"The export goes on after its end, in line {number}.");
                if (withheld is null)
                    withheld = ReadHead(root);
                else if (root.TryGetProperty("sequence", out JsonElement sequence))
                    journal.Add(new JournalLine(sequence.GetInt64(), Text(root, "previous"), Encoding.UTF8.GetBytes(Text(root, "content")), Text(root, "hash")));
                else if (root.TryGetProperty("collection", out JsonElement collection))
                    records.Add(new StoredRecord(collection.GetString()!, Text(root, "key"), root.GetProperty("version").GetInt64(), Text(root, "body")));
                else
                    ended = root.GetProperty("records").GetInt32() == records.Count && root.GetProperty("journal").GetInt64() == journal.Count;
            }
            return ended && withheld is not null
                ? Verified(journal, records, withheld)
                : throw new StoreTransferException("The export is not complete: its end is missing, or says another length.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StoreTransferException($"Line {number} of the export cannot be read.", unreadable);
        }
    }

    private static HashSet<string> ReadHead(JsonElement root)
    {
        if (!root.TryGetProperty("kind", out JsonElement kind) || kind.GetString() != ExportLines.Kind)
            throw new StoreTransferException("The file is no export of StakeBot.");
        if (root.GetProperty("format").GetInt32() is var format && format != ExportLines.Format)
            throw new StoreTransferException($"The export has format {format}, this program reads {ExportLines.Format}.");
        return [.. root.GetProperty("withheld").EnumerateArray().Select(collection => collection.GetString()!)];
    }

    private static ExportContent Verified(List<JournalLine> journal, List<StoredRecord> records, HashSet<string> withheld)
    {
        Dictionary<(string, string), WrittenRecord> secret = [];
        foreach (WrittenRecord written in journal.SelectMany(line => JournalContent.Read(line).Written).Where(written => withheld.Contains(written.Collection)))
        {
            if (written.BodyHash is null)
                secret.Remove((written.Collection, written.Key));
            else
                secret[(written.Collection, written.Key)] = written;
        }
        return StoreScan.Of(journal, records, ChainHead.Start, secret.Values).Problem is { } problem
            ? throw new StoreTransferException($"The export does not verify. {problem}")
            : new ExportContent(journal, records, [.. secret.Values]);
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new FormatException(name);
}
