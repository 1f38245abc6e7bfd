using StakeBot.Core.Money;

namespace StakeBot.Adapters.Numerai.Json;

/// <summary>The account. Every field of the interface may be null.</summary>
internal sealed record AccountJson(
    string? Username,
    Nmr? AvailableNmr,
    Nmr? HeldForScheduledStakeIncreases,
    IReadOnlyList<ScheduledJson>? ScheduledStakeTxns,
    IReadOnlyList<ModelJson>? Models);

/// <summary>A stake change that is queued.</summary>
internal sealed record ScheduledJson(
    string? Model, int? Tournament, string? Type, Nmr? Amount, string? Status, DateTimeOffset? DueDate, DateTimeOffset? Time);

/// <summary>A model of the account.</summary>
internal sealed record ModelJson(
    string? Id, string? Name, int? Tournament, IReadOnlyList<SubmissionJson>? LatestSubmissions, V2StakeJson? V2Stake);

/// <summary>What became of a model's submission for a round.</summary>
internal sealed record SubmissionJson(int? RoundNumber, string? Status);

/// <summary>A Legacy stake.</summary>
internal sealed record V2StakeJson(Nmr? LatestValue, Nmr? LatestValueSettled, Nmr? StakeValue, ChangeRequestJson? PendingV2ChangeStakeRequest);

/// <summary>A request for a change of a Legacy stake.</summary>
internal sealed record ChangeRequestJson(string? Id, string? Type, Nmr? RequestedAmount, string? Status, DateTimeOffset? DueDate);
