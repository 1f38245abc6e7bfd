using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StakeBot.Host.Output;

/// <summary>How this program writes JSON.</summary>
internal static class Json
{
    /// <summary>Indented, with the letters that people read left as they are.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A number that round-trips; null for what JSON has no number for.</summary>
    public static JsonNode? Number(double number) => double.IsFinite(number) ? JsonValue.Create(number) : null;
}
