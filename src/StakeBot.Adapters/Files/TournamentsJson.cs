using System.Text.Json.Serialization;

namespace StakeBot.Adapters.Files;

/// <summary>The file config/tournaments.json.</summary>
internal sealed record HistoryJson(IReadOnlyList<RuleJson> Rules);

/// <summary>A payout rule in the file.</summary>
internal sealed record RuleJson(
    string Name,
    string Tournament,
    int FromRound,
    string Regime,
    Dictionary<string, double> Multipliers,
    FactorJson Factor,
    double Clip,
    int OverlappingRounds,
    string Source);

/// <summary>Either a fixed factor, or a threshold in NMR with the newest factor that is known.</summary>
internal sealed record FactorJson(double? Fixed = null, decimal? Threshold = null, double? Recent = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(HistoryJson))]
internal sealed partial class TournamentsJson : JsonSerializerContext;
