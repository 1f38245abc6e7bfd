using StakeBot.Core.Money;

namespace StakeBot.Adapters.Numerai.Json;

/// <summary>A round.</summary>
internal sealed record RoundJson(
    int? Number,
    DateTimeOffset? OpenTime,
    DateTimeOffset? CloseTime,
    DateTimeOffset? ResolveTime,
    string? PayoutFactor,
    IReadOnlyList<ScoreConfigJson>? RoundScoreConfigs);

/// <summary>How one score of a round is paid.</summary>
internal sealed record ScoreConfigJson(
    string? DisplayName,
    bool? IsPayout,
    int? RoundNumberStart,
    int? TotalScoreDays,
    int? ReturnsLagDays,
    int? DataDelayDays,
    double? DefaultMultiplier,
    double? ClipThreshold,
    double? StakeThreshold,
    double? PayoutFactor);

/// <summary>One model in one round.</summary>
internal sealed record PerformanceJson(
    int? RoundNumber,
    bool? RoundResolved,
    DateTimeOffset? RoundResolveTime,
    Nmr? AtRisk,
    IReadOnlyList<PayoutMultiplierJson>? PayoutMultipliers,
    IReadOnlyList<ScoreJson>? SubmissionScores);

/// <summary>What a score of a round is multiplied with.</summary>
internal sealed record PayoutMultiplierJson(string? DisplayName, double? Multiplier);

/// <summary>A score.</summary>
internal sealed record ScoreJson(string? DisplayName, double? Value, int? Day, Nmr? PayoutPending, Nmr? PayoutSettled);

/// <summary>Payouts of the open rounds and of the newest resolved ones.</summary>
internal sealed record PayoutsJson(IReadOnlyList<PayoutJson>? Actual, IReadOnlyList<PayoutJson>? Pending);

/// <summary>A payout; below zero it is a burn.</summary>
internal sealed record PayoutJson(int? RoundNumber, string? ModelId, Nmr? PayoutNmr);
