using StakeBot.Bot.People;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Records;

/// <summary>A proposed change of stakes: what is shown, what may be confirmed, and where it is. Its steps are <see cref="Leg"/>s.</summary>
internal sealed record Proposal
{
    public required ProposalId Id { get; init; }

    public int Revision { get; init; } = 1;

    public required string Account { get; init; }

    public required ExecutionMode Mode { get; init; }

    public required ProposalOrigin Origin { get; init; }

    /// <summary>What was asked for: <c>policy cautious</c>, <c>least risk</c>, <c>undo P-7F3K</c>.</summary>
    public required string Goal { get; init; }

    public required PlatformIdentity Proposer { get; init; }

    public required long PolicyVersion { get; init; }

    /// <summary>Why it was made, a line each.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What it leaves for later or alone, a line each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The rounds that were newest when the account was read.</summary>
    public required IReadOnlyList<RoundBasis> Rounds { get; init; }

    public required Nmr Wallet { get; init; }

    /// <summary>NMR that leaves the wallet.</summary>
    public required Nmr FromWallet { get; init; }

    public required Nmr Turnover { get; init; }

    /// <summary>Turnover as a share of what is staked.</summary>
    public required double TurnoverShare { get; init; }

    /// <summary>The fund's loss in a bad window before and after, shares of equity; null when it cannot be told.</summary>
    public double? LossBefore { get; init; }

    public double? LossAfter { get; init; }

    /// <summary>The window of that loss in words: <c>64 rounds, about 13 weeks</c>; null when it was not noted.</summary>
    public string? LossWindow { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When sending must have begun; null when no round's close sets a limit.</summary>
    public DateTimeOffset? ExecuteBefore { get; init; }

    public required int ApprovalsNeeded { get; init; }

    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>What has to be typed to confirm; null: a tap is enough.</summary>
    public string? StepUp { get; init; }

    /// <summary>Why it has to be typed: what the change does, in words behind "it"; null with <see cref="StepUp"/>.</summary>
    public string? StepUpWhy { get; init; }

    /// <summary>How long it can be stopped after the last confirmation.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>SHA-256 of everything that is confirmed, hex; people compare the first eight digits.</summary>
    public required string Fingerprint { get; init; }

    public required ProposalState State { get; init; }

    public DateTimeOffset? GraceEnds { get; init; }

    /// <summary>When it stopped being pending, and when it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended, one sentence; null while it has not.</summary>
    public string? Ending { get; init; }

    public PlatformIdentity? EndedBy { get; init; }

    public ProposalId? ReplacedBy { get; init; }

    /// <summary>The proposal that this one takes back.</summary>
    public ProposalId? Undoes { get; init; }

    public required int LegCount { get; init; }

    /// <summary>How often the account could not be read before the first step.</summary>
    public int FailedReads { get; init; }

    /// <summary>What people compare and type.</summary>
    public string CheckCode => Fingerprint[..8];

    public string Code => Id.Code;
}

/// <summary>The newest round of a tournament when the account was read.</summary>
internal sealed record RoundBasis(Tournament Tournament, RoundNumber Round);
