using System.Text.Json.Serialization;

namespace StakeBot.Adapters.Secrets;

/// <summary>What the journal says of a rotation: names of keys, never keys.</summary>
internal sealed record RotationDetail(string From, string To, int Secrets);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RotationDetail))]
internal sealed partial class RotationJson : JsonSerializerContext;
