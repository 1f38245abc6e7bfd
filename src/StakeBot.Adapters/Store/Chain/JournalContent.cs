using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Chain;

/// <summary>The canonical content of a journal record: JSON without white space, its fields in this order.</summary>
internal static class JournalContent
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(long sequence, JournalEntry entry, IReadOnlyList<WrittenRecord> written)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteNumber("at", entry.At.ToUnixTimeMilliseconds());
            json.WriteString("subject", entry.Subject);
            json.WriteString("event", entry.Event);
            json.WriteString("actor", entry.Actor);
            json.WriteString("detail", entry.Detail);
            json.WriteStartArray("written");
            foreach (WrittenRecord record in written)
                Write(json, record);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The record that a line holds.</summary>
    /// <exception cref="FormatException">The content is not what <see cref="Write(long, JournalEntry, IReadOnlyList{WrittenRecord})"/> wrote, or has another sequence.</exception>
    public static JournalRecord Read(JournalLine line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.Content);
            JsonElement root = document.RootElement;
            if (root.GetProperty("sequence").GetInt64() != line.Sequence)
                throw new FormatException($"Journal record {line.Sequence} holds the content of another.");
            JournalEntry entry = new(
                DateTimeOffset.FromUnixTimeMilliseconds(root.GetProperty("at").GetInt64()),
                root.GetProperty("subject").GetString()!,
                root.GetProperty("event").GetString()!,
                root.GetProperty("actor").GetString()!,
                root.GetProperty("detail").GetString()!);
            return new JournalRecord(line.Sequence, entry, [.. root.GetProperty("written").EnumerateArray().Select(Written)], line.PreviousHash, line.Hash);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Journal record {line.Sequence} cannot be read.", unreadable);
        }
    }

    private static void Write(Utf8JsonWriter json, WrittenRecord record)
    {
        json.WriteStartObject();
        json.WriteString("collection", record.Collection);
        json.WriteString("key", record.Key);
        json.WriteNumber("version", record.Version);
        json.WriteString("body", record.BodyHash);
        json.WriteEndObject();
    }

    private static WrittenRecord Written(JsonElement record) => new(
        record.GetProperty("collection").GetString()!,
        record.GetProperty("key").GetString()!,
        record.GetProperty("version").GetInt64(),
        record.GetProperty("body").GetString());
}
