using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Secrets;

/// <summary>An encrypted secret as the store keeps it.</summary>
internal sealed record SecretRow(string Envelope)
{
    public const string Collection = "secrets";

    public static Envelope Read(StoredRecord record) =>
        JsonSerializer.Deserialize(record.Body, SecretJson.Default.SecretRow) is { } row && Secrets.Envelope.Parse(row.Envelope) is { } envelope
            ? envelope
            : throw new SecretsUnavailableException($"The secret {record.Key} is kept in a form that this version does not know.");

    public static string Write(Envelope envelope) => JsonSerializer.Serialize(new SecretRow(envelope.ToString()), SecretJson.Default.SecretRow);

    /// <summary>What an envelope is bound to, besides its master key.</summary>
    public static string BoundTo(SecretName name) => $"{name.Account}|{name.Field}";

    public static SecretName NameOf(StoredRecord record)
    {
        string[] parts = record.Key.Split('/');
        return new SecretName(parts[0], parts[1]);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SecretRow))]
internal sealed partial class SecretJson : JsonSerializerContext;
