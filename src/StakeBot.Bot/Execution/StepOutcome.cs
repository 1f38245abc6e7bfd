using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Desks;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution;

/// <summary>Writes down what became of a step, and what follows from it for the steps after it and for the whole proposal.</summary>
internal sealed class StepOutcome(ProposalBook book, Notices notices, TimeProvider time)
{
    // Only the owner can decide these, or make good what follows from them.
    private static readonly HashSet<string> ForOwner = ["step-needs-human", "step-observed-late", "step-late-unclear", "step-gone"];

    private static readonly HashSet<string> Silent = ["step-claimed", "step-looked-for", "step-not-readable", "step-late-look", "step-not-sent", "step-seen"];

    /// <summary>Writes what a desk said of a step.</summary>
    public Task<Turn> WriteAsync(StoredProposal stored, Leg before, LegStep step, CancellationToken ct) =>
        WriteAsync(stored, before, step, ProposalChange.ByItself(step.Event, Detail.Of(step.Leg), !Silent.Contains(step.Event)), ct);

    /// <summary>Writes what a person said of a step.</summary>
    public Task<Turn> WriteAsync(StoredProposal stored, Leg before, LegStep step, Person by, CancellationToken ct) =>
        WriteAsync(stored, before, step, new ProposalChange(step.Event, by.Identity.Key, Detail.Of(step.Leg), true, []), ct);

    private async Task<Turn> WriteAsync(StoredProposal stored, Leg before, LegStep step, ProposalChange change, CancellationToken ct)
    {
        StoredProposal after = Concluded(SkipAfter(stored.With(step.Leg), step.Leg));
        if (NoticeOf(stored.Proposal, step) is { } notice)
            change = change with { Notices = await (ForOwner.Contains(step.Event) ? notices.ToOwnerTooAsync(stored, notice, ct) : notices.ToCardsAsync(stored, notice, ct)) };
        if (await book.TryChangeAsync(stored, after, change, ct) is null && before.State == LegState.Submitting)
            await WriteAgainAsync(stored.Proposal.Id, step, change, ct);
        return Turn.Changed;
    }

    /// <summary>
    /// Lets the owner decide on the steps that were not begun when the store was found unsound. A restored store does not know whether the proposal went on
    /// after the backup: nobody may say that nothing was changed, and nothing of it may be sent.
    /// </summary>
    public async Task<Turn> AskOwnerAsync(StoredProposal stored, string safeMode, CancellationToken ct)
    {
        string reason = $"safe mode: {safeMode} It is not sent; whether it was sent after a backup is not known here";
        DateTimeOffset now = time.GetUtcNow();
        int asked = stored.Legs.First(leg => leg.State == LegState.Planned).Number;
        StoredProposal after = stored with
        {
            Proposal = stored.Proposal with { State = ProposalState.NeedsHuman },
            Legs =
            [
                .. stored.Legs.Select(leg => leg.State != LegState.Planned ? leg
                    : leg.Number == asked ? leg with { State = LegState.NeedsHuman, Reason = reason, OutcomeAt = now, NotBefore = null }
                    : leg with { State = LegState.Skipped, Reason = reason, OutcomeAt = now, NotBefore = null, StaysUnclear = true }),
            ],
        };
        string text = $"{stored.Proposal.Code}: {reason}. Nothing more is sent for this account until you decide: /decide {stored.Proposal.Id.Value[..4]}.";
        ProposalChange change = ProposalChange.ByItself("step-needs-human", new { reason }) with { Notices = await notices.ToOwnerTooAsync(stored, text, ct) };
        await book.TryChangeAsync(stored, after, change, ct);
        return Turn.Changed;
    }

    /// <summary>Ends the steps that were not begun.</summary>
    public Task<Turn> StopAsync(StoredProposal stored, string reason, CancellationToken ct) =>
        StopAsync(stored, ProposalState.Stale, ProposalChange.ByItself("proposal-stopped", new { reason }), reason, ct);

    /// <summary>Ends the steps that were not begun in time, and tells it aloud: it was confirmed.</summary>
    public async Task<Turn> ExpireAsync(StoredProposal stored, string reason, CancellationToken ct)
    {
        ProposalChange change = ProposalChange.ByItself("proposal-expired-confirmed", new { reason });
        string text = $"{stored.Proposal.Code} was confirmed but not all of it was sent: {reason}.";
        change = change with { Notices = await notices.ToCardsAsync(stored, text, ct) };
        return await StopAsync(stored, ProposalState.Expired, change, reason, ct);
    }

    private async Task<Turn> StopAsync(StoredProposal stored, ProposalState whenNothingWasBegun, ProposalChange change, string reason, CancellationToken ct)
    {
        StoredProposal after = stored with
        {
            Legs = [.. stored.Legs.Select(leg => leg.State == LegState.Planned ? leg with { State = LegState.Skipped, Reason = reason, NotBefore = null } : leg)],
        };
        bool nothing = stored.Legs.All(leg => leg.State == LegState.Planned);
        after = nothing
            ? after with { Proposal = after.Proposal with { State = whenNothingWasBegun, EndedAt = time.GetUtcNow(), Ending = reason } }
            : Concluded(after);
        await book.TryChangeAsync(stored, after, change, ct);
        return Turn.Changed;
    }

    // What was sent must be written down even if the proposal's record was changed meanwhile.
    private async Task WriteAgainAsync(ProposalId id, LegStep step, ProposalChange change, CancellationToken ct)
    {
        if (await book.FindAsync(id, ct) is { } now && now.Legs[step.Leg.Number - 1] is { State: LegState.Submitting } leg && leg.Fence == step.Leg.Fence)
            await book.TryChangeAsync(now, Concluded(SkipAfter(now.With(step.Leg), step.Leg)), change, ct);
    }

    private static StoredProposal SkipAfter(StoredProposal stored, Leg changed)
    {
        if (changed.State is not (LegState.Unknown or LegState.NeedsHuman or LegState.Rejected or LegState.NotApplied))
            return stored;
        string reason = $"step {changed.Number} was not clearly taken";
        return stored with
        {
            Legs = [.. stored.Legs.Select(leg => leg.State == LegState.Planned && leg.Number > changed.Number ? leg with { State = LegState.Skipped, Reason = reason, NotBefore = null } : leg)],
        };
    }

    private StoredProposal Concluded(StoredProposal stored)
    {
        ProposalState state = Overall(stored.Legs);
        if (state == stored.Proposal.State || (stored.Proposal.State.IsFinal && !state.IsFinal))
            return stored;
        Proposal proposal = stored.Proposal with { State = state };
        if (state.IsFinal)
            proposal = proposal with { EndedAt = time.GetUtcNow(), Ending = EndingOf(state, stored.Legs) };
        return stored with { Proposal = proposal };
    }

    private static ProposalState Overall(IReadOnlyList<Leg> legs)
    {
        if (legs.Any(leg => leg.State == LegState.NeedsHuman))
            return ProposalState.NeedsHuman;
        if (legs.Any(leg => leg.State == LegState.Unknown))
            return ProposalState.Unknown;
        if (legs.Any(leg => leg.State is LegState.Planned or LegState.Submitting or LegState.Submitted))
            return ProposalState.Executing;
        if (legs.Any(leg => leg.State == LegState.AwaitingUser))
            return ProposalState.AwaitingUser;
        if (legs.All(leg => leg.State.WasTaken || leg.State == LegState.Rehearsed))
            return ProposalState.Done;
        return legs.Any(leg => leg.State.WasTaken) ? ProposalState.PartlyDone : ProposalState.Failed;
    }

    private static string EndingOf(ProposalState state, IReadOnlyList<Leg> legs) => state switch
    {
        ProposalState.Done when legs.All(leg => leg.State == LegState.Rehearsed) => "dry run: everything was checked, nothing was sent",
        ProposalState.Done => "every step was seen to have been taken",
        _ => legs.FirstOrDefault(leg => leg.State is LegState.Rejected or LegState.NotApplied)?.Reason ?? legs.First(leg => !leg.State.WasTaken).Reason ?? "a step was not taken",
    };

    private static string? NoticeOf(Proposal proposal, LegStep step)
    {
        string name = PlainText.Name(step.Leg.Change.Model.Name);
        return step.Event switch
        {
            "step-needs-human" => $"{proposal.Code}, step {step.Leg.Number} ({name}): I cannot tell whether Numerai took it: {step.Leg.Reason}. Nothing more is sent for this account until you decide: /decide {proposal.Id.Value[..4]}.",
            "step-observed-late" => $"{proposal.Code}, step {step.Leg.Number} ({name}): Numerai took it after all, long after it was sent. Do not make it again. /status shows the account.",
            "step-late-unclear" => $"{proposal.Code}, step {step.Leg.Number} ({name}): it counts as not taken, but I cannot rule out that Numerai took it later: {step.Leg.Reason}. Look at /status and at numer.ai before you make it again. I sent nothing more.",
            "step-gone" => $"{proposal.Code}, step {step.Leg.Number} ({name}): it was taken, but Numerai does not tell of the request any more, before it was due. If you did not take it back at numer.ai, look there and at /status. I sent nothing more.",
            "step-not-followed" => $"{proposal.Code}, step {step.Leg.Number} ({name}): it was taken, but {step.Leg.Reason}; I follow it no longer. I changed nothing.",
            "step-half-way" => $"{proposal.Code}: the new setting of {name} has run for half of its rounds.",
            "step-settled" when step.Leg.ActsFromRound is not null => $"{proposal.Code}: the new setting of {name} acts in full now.",
            _ => null,
        };
    }

    private sealed record Detail(int Step, LegState State, string? Reason, string? RequestId, string? ResponseHash, long Fence)
    {
        public static Detail Of(Leg leg) => new(leg.Number, leg.State, leg.Reason, leg.RequestId, leg.ResponseHash, leg.Fence);
    }
}
