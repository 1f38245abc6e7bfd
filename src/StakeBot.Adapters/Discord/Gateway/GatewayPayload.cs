using System.Text.Json;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>One message of the gateway, its content not yet read.</summary>
/// <param name="Op">What it is.</param>
/// <param name="Sequence">Its place in the session, for events.</param>
/// <param name="Event">The name of the event.</param>
/// <param name="Data">Its content, as JSON.</param>
internal readonly record struct GatewayPayload(int Op, long? Sequence, string? Event, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static GatewayPayload Read(ReadOnlyMemory<byte> frame)
    {
        Utf8JsonReader reader = new(frame.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A message of the gateway is an object.");
        int op = -1;
        long? sequence = null;
        string? name = null;
        ReadOnlyMemory<byte> data = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString()!;
            reader.Read();
            int begin = (int)reader.TokenStartIndex;
            switch (property)
            {
                case "op" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number):
                    op = number;
                    break;
                case "s" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number):
                    sequence = number;
                    break;
                case "t" when reader.TokenType == JsonTokenType.String:
                    name = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    if (property == "d")
                        data = frame[begin..(int)reader.BytesConsumed];
                    break;
            }
        }
        return new GatewayPayload(op, sequence, name, data);
    }

    /// <summary>Reads the content; what is returned does not depend on the buffer of the message.</summary>
    public JsonElement ReadData() => Data.IsEmpty ? default : JsonElement.Parse(Data.Span);
}
