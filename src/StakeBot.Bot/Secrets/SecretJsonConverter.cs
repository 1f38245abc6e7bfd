using System.Text.Json;
using System.Text.Json.Serialization;

namespace StakeBot.Bot.Secrets;

/// <summary>Writes stars. A secret comes out of a file of settings or out of the vault, never out of JSON.</summary>
internal sealed class SecretJsonConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is not read from JSON.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
