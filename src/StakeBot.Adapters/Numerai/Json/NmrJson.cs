using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Core.Money;

namespace StakeBot.Adapters.Numerai.Json;

/// <summary>Amounts as Numerai writes them: text, <c>"0E-18"</c> and commas between thousands included; a number in a few places.</summary>
internal sealed class NmrJson : JsonConverter<Nmr>
{
    public override Nmr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()?.Replace(",", "", StringComparison.Ordinal),
            JsonTokenType.Number => JsonDocument.ParseValue(ref reader).RootElement.GetRawText(),
            _ => null,
        };
        return Nmr.TryParse(text, out Nmr amount) ? amount : throw new JsonException("This is no amount.");
    }

    public override void Write(Utf8JsonWriter writer, Nmr value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Amount.ToString("0.##################", System.Globalization.CultureInfo.InvariantCulture));
}
