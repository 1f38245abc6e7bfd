using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>Everything that a store remembers of what happened, as JSON lines: the whole journal, and the records that are no secret.</summary>
internal static class StoreExport
{
    public static ExportReport Write(TextWriter to, IEnumerable<JournalLine> journal, IEnumerable<StoredRecord> records, IReadOnlySet<string> withheld)
    {
        ExportReport report = new(0, 0, 0);
        WriteLine(to, ExportLines.Head(withheld.Order(StringComparer.Ordinal)));
        foreach (JournalLine line in journal)
        {
            WriteLine(to, ExportLines.Of(line));
            report = report with { JournalLength = report.JournalLength + 1 };
        }
        foreach (StoredRecord record in records)
        {
            if (withheld.Contains(record.Collection))
            {
                report = report with { Withheld = report.Withheld + 1 };
                continue;
            }
            WriteLine(to, ExportLines.Of(record));
            report = report with { Records = report.Records + 1 };
        }
        WriteLine(to, ExportLines.End(report));
        to.Flush();
        return report;
    }

    // The same line ends on every system: an export is compared and hashed.
    private static void WriteLine(TextWriter to, string line)
    {
        to.Write(line);
        to.Write('\n');
    }
}
