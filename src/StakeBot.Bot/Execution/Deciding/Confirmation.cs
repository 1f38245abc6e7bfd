using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Deciding;

/// <summary>Somebody's yes. The server-side state, the person's role now and one compare-and-set decide, never the button.</summary>
internal sealed class Confirmation(
    ProposalBook book,
    DriftReader drift,
    PauseSwitch pause,
    IStakeStore store,
    FreshProposal fresh,
    ExecutorSignal signal,
    Failpoints failpoints,
    TimeProvider time)
{
    private const string NothingChanged = "Nothing was changed.";

    /// <summary>Confirms.</summary>
    /// <param name="person">Who, with the role that he has now.</param>
    /// <param name="id">Which.</param>
    /// <param name="revision">The revision that he saw.</param>
    /// <param name="typed">What he typed besides, for a proposal that asks for it; null for a tap.</param>
    public async Task<Decision> ConfirmAsync(Person person, ProposalId id, int revision, string? typed, CancellationToken ct)
    {
        // Whoever loses the race looks again and is told what is true now.
        while (true)
        {
            if (await book.FindAsync(id, ct) is not { } stored)
                return new Decision.Refused($"There is no such proposal any more. {NothingChanged}");
            if (await RefusalAsync(stored, person, revision, typed, ct) is { } refusal)
                return new Decision.Refused(refusal);
            if (await TryConfirmAsync(stored, person, ct) is { } decision)
                return decision;
        }
    }

    private async Task<string?> RefusalAsync(StoredProposal stored, Person person, int revision, string? typed, CancellationToken ct)
    {
        Proposal proposal = stored.Proposal;
        if (person.Role < Role.Approver)
            return $"Only an approver or the owner can confirm {proposal.Code}; you are the {Gate.Name(person.Role)}. {NothingChanged}";
        if (ProposalWords.WhyOver(stored, time.GetUtcNow()) is { } over)
            return over;
        if (revision != proposal.Revision)
            return $"{proposal.Code} has a newer revision. {NothingChanged}";
        if (await pause.ReasonAsync(ct) is { } paused)
            return $"{paused} {NothingChanged}";
        if (store.SafeMode is { } safe)
            return $"The store is in safe mode: {safe} {NothingChanged}";
        if (proposal.Approvals.Any(approval => approval.PersonId == person.Id))
            return $"You have confirmed {proposal.Code} already; {proposal.ApprovalsNeeded - proposal.Approvals.Count} more needed. {NothingChanged}";
        if (proposal.StepUp is { } amount && typed != amount)
            return $"{proposal.Code} {proposal.StepUpWhy}, so a tap is not enough. To confirm, type: /confirm {proposal.Id.Value[..4]} {amount}. {NothingChanged}";
        if (await book.LaneAsync(proposal.Account, ct) is { } lane && lane != proposal.Id)
            return $"{lane.Code} is being carried out; one proposal of an account at a time. {NothingChanged}";
        return null;
    }

    private async Task<Decision?> TryConfirmAsync(StoredProposal stored, Person person, CancellationToken ct)
    {
        Proposal proposal = stored.Proposal;
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<Approval> approvals = [.. proposal.Approvals, new Approval(person.Id, person.Signature, now, proposal.Fingerprint)];
        if (approvals.Count < proposal.ApprovalsNeeded)
        {
            return await book.TryChangeAsync(stored, stored with { Proposal = proposal with { Approvals = approvals } }, By(person, "proposal-approved", proposal), ct) is { } approved
                ? new Decision.Taken(approved, $"Noted: {approvals.Count} of {proposal.ApprovalsNeeded}. Nothing is sent yet.")
                : null;
        }
        try
        {
            if (await drift.DifferencesAsync(stored, ct) is { Count: > 0 } differences)
                return await StaleAsync(stored, person, differences, ct);
        }
        catch (NumeraiUnavailableException unavailable)
        {
            return new Decision.Refused($"The account cannot be checked now: {unavailable.Message} {proposal.Code} still waits. {NothingChanged}");
        }
        await failpoints.HitAsync("before-confirm", ct);
        Proposal confirmed = proposal with { Approvals = approvals, State = ProposalState.Grace, GraceEnds = now + proposal.Grace };
        if (await book.TryChangeAsync(stored, stored with { Proposal = confirmed }, By(person, "proposal-confirmed", proposal), ct) is not { } grace)
            return null;
        await failpoints.HitAsync("after-confirm", ct);
        signal.Wake();
        return new Decision.Taken(grace, $"{proposal.Code} confirmed.");
    }

    private async Task<Decision?> StaleAsync(StoredProposal stored, Person person, IReadOnlyList<string> differences, CancellationToken ct)
    {
        string difference = DriftCheck.Words(differences);
        Proposal stale = stored.Proposal with
        {
            State = ProposalState.Stale,
            EndedAt = time.GetUtcNow(),
            Ending = $"the account changed since it was made: {difference}",
        };
        if (await book.TryChangeAsync(stored, stored with { Proposal = stale }, By(person, "proposal-stale", stored.Proposal), ct) is null)
            return null;
        await fresh.MakeAsync(stored.Proposal, ct);
        return new Decision.Refused($"{stored.Proposal.Code} was not sent: the account changed since it was made: {difference}. {NothingChanged}");
    }

    private static ProposalChange By(Person person, string what, Proposal proposal) =>
        new(what, person.Identity.Key, new { proposal.Fingerprint }, true, []);
}
