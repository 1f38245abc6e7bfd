using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Records;

/// <summary>One step of a proposal: one stake change of one model, with everything that is known of it.</summary>
internal sealed record Leg
{
    public required ProposalId Proposal { get; init; }

    /// <summary>1, 2, 3 … in the order in which the steps are carried out.</summary>
    public required int Number { get; init; }

    public required StakeChange Change { get; init; }

    /// <summary>The stake that the change was made for: settled (Legacy) or at full run (Atomic).</summary>
    public required Nmr Basis { get; init; }

    public required LegState State { get; init; }

    /// <summary>How often sending was begun; more than once only when it is certain that nothing had left.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this time again; null when nothing is to be waited for.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The run of the program that claimed the step. Another run must never send it.</summary>
    public string? Owner { get; init; }

    public long Fence { get; init; }

    public DateTimeOffset? SendBefore { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What Numerai said before anything was sent.</summary>
    public StakeEvidence? Baseline { get; init; }

    public string? RequestId { get; init; }

    public string? ResponseHash { get; init; }

    /// <summary>What is known of it in words.</summary>
    public string? Reason { get; init; }

    /// <summary>How often it was looked for since it was sent.</summary>
    public int Reads { get; init; }

    /// <summary>The first of the readings that showed the account as it was before.</summary>
    public DateTimeOffset? CleanSince { get; init; }

    /// <summary>The newest of them.</summary>
    public DateTimeOffset? CleanUntil { get; init; }

    /// <summary>The first of the readings that failed in a row.</summary>
    public DateTimeOffset? BlindSince { get; init; }

    /// <summary>How many of the late looks at a step that counts as not taken are done.</summary>
    public int LateLooks { get; init; }

    /// <summary>Whether nobody can tell to the end what became of it, although it counts as not taken or not sent.</summary>
    public bool StaysUnclear { get; init; }

    public DateTimeOffset? OutcomeAt { get; init; }

    /// <summary>When it takes effect.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether Numerai told of the request by itself; then it is watched until it takes effect.</summary>
    public bool IsListed { get; init; }

    /// <summary>The round from which it acts (Atomic).</summary>
    public int? ActsFromRound { get; init; }

    /// <summary>The id by which the change is known, the same over restarts.</summary>
    public string Key => $"{Proposal.Value}:{Number:00}";

    /// <summary>The change as an order.</summary>
    /// <exception cref="InvalidOperationException">It is a setting.</exception>
    public StakeChangeOrder Order => Change is StakeChange.Transfer transfer
        ? new StakeChangeOrder(
            transfer.Model,
            transfer.Lowers ? StakeChangeKind.Decrease : StakeChangeKind.Increase,
            transfer.Moved,
            SendBefore ?? throw new InvalidOperationException($"{Key} was not claimed."))
        : throw new InvalidOperationException($"{Key} is a setting.");
}
