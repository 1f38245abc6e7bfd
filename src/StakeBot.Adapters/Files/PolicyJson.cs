using System.Text.Json;
using System.Text.Json.Serialization;

namespace StakeBot.Adapters.Files;

// Every member takes any JSON value, so that one reading finds everything that is wrong; PolicyReading says what each must be.

/// <summary>A file of config/policies.</summary>
internal sealed record PolicyJson
{
    public JsonElement Name { get; init; }

    public JsonElement Description { get; init; }

    public JsonElement Objective { get; init; }

    public JsonElement Limits { get; init; }

    public JsonElement Cap { get; init; }

    public JsonElement TurnoverLimit { get; init; }

    public JsonElement NoTradeBand { get; init; }

    public JsonElement Rebalance { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Unknown { get; set; } = [];
}

/// <summary>The limits in a policy file.</summary>
internal sealed record LimitsJson
{
    public JsonElement Model { get; init; }

    public JsonElement BurnBudget { get; init; }

    public JsonElement Level { get; init; }

    public JsonElement Basis { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Unknown { get; set; } = [];
}

/// <summary>The schedule in a policy file.</summary>
internal sealed record RebalanceJson
{
    public JsonElement When { get; init; }

    public JsonElement Every { get; init; }

    public JsonElement Width { get; init; }

    public JsonElement Budget { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Unknown { get; set; } = [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(PolicyJson))]
[JsonSerializable(typeof(LimitsJson))]
[JsonSerializable(typeof(RebalanceJson))]
internal sealed partial class PoliciesJson : JsonSerializerContext;
