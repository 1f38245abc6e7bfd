using System.Text.Json.Serialization;

namespace StakeBot.Bot.Linking;

/// <summary>A linked key as it is kept beside its encrypted parts.</summary>
internal sealed record LinkRecord(string Masked, string Username, IReadOnlyList<string> Scopes, long SinceMs);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LinkRecord))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LinkJson : JsonSerializerContext
{
    public const string Links = "links";
}
