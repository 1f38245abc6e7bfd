using System.Text.Json;
using System.Text.Json.Serialization;

namespace StakeBot.Bot.People;

/// <summary>A member as he is kept.</summary>
internal sealed record MemberRecord(string Name, string Role, IReadOnlyList<IdentityRecord> Identities);

/// <summary>One of his identities.</summary>
internal sealed record IdentityRecord(string Platform, string Id);

/// <summary>Whose an identity is.</summary>
internal sealed record OwnershipRecord(string Member);

/// <summary>A one-time code as it is kept: never the code itself.</summary>
/// <param name="CodeHash">SHA-256 of the whole code.</param>
/// <param name="Role">The role that it gives; null when it binds another platform to a member.</param>
/// <param name="Name">The name that the owner chose for whoever comes; null: he brings his own.</param>
/// <param name="Member">The member to whom it binds a platform; null when it gives a role.</param>
/// <param name="Platform">The only platform on which it works; null: any.</param>
/// <param name="ExpiresMs">When it ends.</param>
/// <param name="TriesLeft">How many wrong tries it still survives.</param>
internal sealed record CodeRecord(string CodeHash, string? Role, string? Name, string? Member, string? Platform, long ExpiresMs, int TriesLeft);

/// <summary>The collections, and the JSON of what is in them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MemberRecord))]
[JsonSerializable(typeof(OwnershipRecord))]
[JsonSerializable(typeof(CodeRecord))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PeopleJson : JsonSerializerContext
{
    public const string Members = "people";
    public const string Identities = "identities";
    public const string Codes = "join-codes";

    /// <summary>What the journal says besides: names and values, no secrets.</summary>
    public static string Detail(params (string Key, string Value)[] pairs) =>
        JsonSerializer.Serialize(pairs.ToDictionary(pair => pair.Key, pair => pair.Value), Default.DictionaryStringString);
}
