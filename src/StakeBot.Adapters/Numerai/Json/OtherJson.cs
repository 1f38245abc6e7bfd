using StakeBot.Core.Money;

namespace StakeBot.Adapters.Numerai.Json;

/// <summary>The key that a query was asked with.</summary>
internal sealed record TokenJson(string? AccountUsername, string? Name, IReadOnlyList<string>? Scopes);

/// <summary>The contract of Atomic staking.</summary>
internal sealed record AtomicConfigJson(string? Address, bool? Paused);

/// <summary>A round of the contract.</summary>
internal sealed record ChainRoundJson(string? RoundId, string? State, bool? Resolved);

/// <summary>What one model's resolved stake of one round brings when it is claimed.</summary>
internal sealed record ClaimJson(string? ApiModelId, string? ModelId, string? RoundId, string? TournamentId, string? Staker, string? ClaimableAmountWei);

/// <summary>A model's public page.</summary>
internal sealed record ProfileJson(string? Id, string? AccountName, string? Username, Nmr? StakeValue);

/// <summary>The price of NMR.</summary>
internal sealed record PriceJson(string? PriceUsd, string? LastUpdated);

/// <summary>A day of the pipeline.</summary>
internal sealed record ScoringDayJson(bool? IsScoringDay, DateTimeOffset? ScoredAt);

/// <summary>A movement of stake.</summary>
internal sealed record TransactionJson(
    string? Model, string? ModelId, int? Tournament, int? Round, string? Type, Nmr? Amount, string? Note, DateTimeOffset? Timestamp);
