using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>The lines of an export, each a JSON object: a head, the journal, the records, and an end that says how much there was.</summary>
internal static class ExportLines
{
    public const string Kind = "stakebot-export";
    public const int Format = 1;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Head(IEnumerable<string> withheld) => Line(json =>
    {
        json.WriteString("kind", Kind);
        json.WriteNumber("format", Format);
        json.WriteStartArray("withheld");
        foreach (string collection in withheld)
            json.WriteStringValue(collection);
        json.WriteEndArray();
    });

    public static string Of(JournalLine line) => Line(json =>
    {
        json.WriteNumber("sequence", line.Sequence);
        json.WriteString("previous", line.PreviousHash);
        json.WriteString("hash", line.Hash);
        json.WriteString("content", Encoding.UTF8.GetString(line.Content));
    });

    public static string Of(StoredRecord record) => Line(json =>
    {
        json.WriteString("collection", record.Collection);
        json.WriteString("key", record.Key);
        json.WriteNumber("version", record.Version);
        json.WriteString("body", record.Body);
    });

    public static string End(ExportReport report) => Line(json =>
    {
        json.WriteNumber("records", report.Records);
        json.WriteNumber("journal", report.JournalLength);
    });

    private static string Line(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
