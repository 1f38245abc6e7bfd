using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Deciding;

/// <summary>Somebody's no: before it is confirmed, while it can be stopped, or before he has entered the settings.</summary>
internal sealed class Cancellation(ProposalBook book, ExecutorSignal signal, TimeProvider time)
{
    /// <summary>Cancels or stops. Racing with the executor, one compare-and-set wins and the answer says which.</summary>
    public async Task<Decision> CancelAsync(Person person, ProposalId id, string? why, CancellationToken ct)
    {
        while (true)
        {
            if (await book.FindAsync(id, ct) is not { } stored)
                return new Decision.Refused("There is no such proposal any more. Nothing was changed.");
            Proposal proposal = stored.Proposal;
            if (person.Role < Role.Approver)
                return new Decision.Refused($"Only an approver or the owner can cancel {proposal.Code}; you are the {Gate.Name(person.Role)}. Nothing was changed.");
            if (!IsCancellable(stored))
                return new Decision.Refused(WhyNot(proposal));
            string by = PlainText.Name(person.Name);
            string ending = $"cancelled by {by}{(string.IsNullOrWhiteSpace(why) ? "" : $": \"{why}\"")}";
            ProposalState state = stored.Legs.Any(leg => leg.State.WasTaken) ? ProposalState.PartlyDone : ProposalState.Cancelled;
            Proposal cancelled = proposal with { State = state, EndedAt = time.GetUtcNow(), EndedBy = person.Identity, Ending = ending };
            StoredProposal after = stored with
            {
                Proposal = cancelled,
                Legs = [.. stored.Legs.Select(leg => leg.State.IsFinal ? leg : leg with { State = LegState.Skipped, NotBefore = null, Reason = "cancelled" })],
            };
            string what = proposal.State == ProposalState.Pending ? "proposal-cancelled" : "proposal-stopped";
            ProposalChange change = new(what, person.Identity.Key, new { why }, true, []);
            if (await book.TryChangeAsync(stored, after, change, ct) is { } done)
            {
                signal.Wake();
                return new Decision.Taken(done, $"{proposal.Code} {(proposal.State is ProposalState.Grace or ProposalState.Executing ? "stopped" : "cancelled")}. {ProposalWords.WhatChanged(done)}");
            }
        }
    }

    /// <summary>Takes a confirmation back while more are needed.</summary>
    public async Task<Decision> WithdrawAsync(Person person, ProposalId id, CancellationToken ct)
    {
        if (await book.FindAsync(id, ct) is not { Proposal.State: ProposalState.Pending } stored)
            return new Decision.Refused("Only a confirmation of a proposal that waits for more can be taken back. Nothing was changed.");
        Approval[] others = [.. stored.Proposal.Approvals.Where(approval => approval.PersonId != person.Id)];
        if (others.Length == stored.Proposal.Approvals.Count)
            return new Decision.Refused($"You have not confirmed {stored.Proposal.Code}. Nothing was changed.");
        ProposalChange change = new("approval-withdrawn", person.Identity.Key, new { }, true, []);
        return await book.TryChangeAsync(stored, stored with { Proposal = stored.Proposal with { Approvals = others } }, change, ct) is { } done
            ? new Decision.Taken(done, "Your confirmation is taken back.")
            : new Decision.Refused("Somebody else acted at the same moment. Look again. Nothing was changed.");
    }

    // What is being carried out can be recalled until its first step is begun: until then nothing has left.
    private static bool IsCancellable(StoredProposal stored) => stored.Proposal.State switch
    {
        ProposalState.Pending or ProposalState.Grace or ProposalState.AwaitingUser => true,
        ProposalState.Executing => stored.Legs.All(leg => leg.State == LegState.Planned),
        _ => false,
    };

    private static string WhyNot(Proposal proposal) => proposal.State.IsFinal
        ? $"{proposal.Code} is over: {proposal.Ending}. Nothing more was changed."
        : $"{proposal.Code} is being carried out and cannot be recalled. Nothing was cancelled: it goes on.";
}
