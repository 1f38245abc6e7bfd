using StakeBot.Bot.Execution.Desks;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution;

/// <summary>
/// Carries the steps out, one by one and decreases first, and looks for those that were sent. Every decision of a desk is durable before the desk goes
/// on; the first step that is not clearly taken stops the ones after it.
/// </summary>
internal sealed class StepsTurn(
    ProposalBook book,
    IEnumerable<IStakeDesk> desks,
    IStakeStore store,
    StepGate gate,
    StepOutcome outcome,
    Failpoints failpoints,
    TimeProvider time)
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadsFor = TimeSpan.FromMinutes(30);

    public async Task<Turn> TakeAsync(StoredProposal stored, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (stored.Legs.FirstOrDefault(leg => leg.State == LegState.Submitting) is { } left)
            return await RecoverAsync(stored, left, ct);
        // Before a step that was on its way is looked for: clear, it would let the next one go.
        if (store.SafeMode is { } unsound && stored.Legs.Any(leg => leg.State == LegState.Planned))
            return await outcome.AskOwnerAsync(stored, unsound, ct);
        if (stored.Legs.FirstOrDefault(leg => IsDue(leg, now)) is { } due)
            return await outcome.WriteAsync(stored, due, await DeskOf(stored, due).LookAsync(due, ct), ct);
        if (NextPlanned(stored) is { } planned)
        {
            if (planned.NotBefore is { } again && now < again)
                return Turn.WaitsFor(again);
            return await BeginAsync(stored, planned, now, ct);
        }
        return Turn.WaitsFor(stored.Legs.Min(leg => leg.NotBefore));
    }

    private static bool IsDue(Leg leg, DateTimeOffset now) =>
        leg.State is not (LegState.Planned or LegState.NeedsHuman or LegState.Skipped) && leg.NotBefore is { } at && now >= at;

    // A step that is on its way or not clear holds up the next ones; one that its owner enters himself does not.
    private static Leg? NextPlanned(StoredProposal stored) =>
        stored.Proposal.State == ProposalState.Executing
        && !stored.Legs.Any(leg => leg.State is LegState.Submitted or LegState.Unknown or LegState.NeedsHuman)
            ? stored.Legs.FirstOrDefault(leg => leg.State == LegState.Planned)
            : null;

    private async Task<Turn> RecoverAsync(StoredProposal stored, Leg left, CancellationToken ct)
    {
        LegStep step = await DeskOf(stored, left).RecoverAsync(left, ct);
        // A backup knows nothing of what happened after it: whoever restored it has to decide.
        if (store.SafeMode is { } why && step.Leg.State == LegState.Unknown)
            step = step with { Leg = step.Leg with { State = LegState.NeedsHuman, Reason = $"safe mode: {why}", NotBefore = null }, Event = "step-needs-human" };
        return await outcome.WriteAsync(stored, left, step, ct);
    }

    private async Task<Turn> BeginAsync(StoredProposal stored, Leg leg, DateTimeOffset now, CancellationToken ct)
    {
        if (stored.Proposal.ExecuteBefore is { } limit && now >= limit)
            return await outcome.ExpireAsync(stored, "the round closed before it could be sent", ct);
        IStakeDesk desk = DeskOf(stored, leg);
        LegStep prepared;
        try
        {
            if (await gate.WhyNotAsync(stored.Proposal, ct) is { } why)
                return await outcome.StopAsync(stored, why, ct);
            prepared = await desk.PrepareAsync(leg with { BlindSince = null }, ct);
        }
        catch (NumeraiUnavailableException unavailable)
        {
            return await BlindAsync(stored, leg, now, unavailable.Message, ct);
        }
        if (prepared.Drift is { } drift)
            return await outcome.StopAsync(stored, drift, ct);
        await failpoints.HitAsync("before-claim", ct);
        // From here on a stop waits: a step that is claimed is carried out and written down.
        ct.ThrowIfCancellationRequested();
        Turn written = await outcome.WriteAsync(stored, leg, prepared, CancellationToken.None);
        if (prepared.Leg.State != LegState.Submitting)
            return written;
        if (await book.FindAsync(stored.Proposal.Id, CancellationToken.None) is not { } claimed || claimed.Legs[leg.Number - 1] is not { State: LegState.Submitting } intent || intent.Fence != prepared.Leg.Fence)
            return Turn.Changed;
        await failpoints.HitAsync("after-claim", ct);
        LegStep done = await desk.CarryOutAsync(intent, CancellationToken.None);
        await failpoints.HitAsync("before-result", ct);
        return await outcome.WriteAsync(claimed, intent, done, CancellationToken.None);
    }

    private async Task<Turn> BlindAsync(StoredProposal stored, Leg leg, DateTimeOffset now, string why, CancellationToken ct)
    {
        if (now - leg.BlindSince >= ReadsFor)
            return await outcome.ExpireAsync(stored, $"the account could not be read for {ReadsFor.TotalMinutes:0} minutes: {why.TrimEnd('.')}", ct);
        if (leg.BlindSince is null)
            return await outcome.WriteAsync(stored, leg, new LegStep(leg with { BlindSince = now, NotBefore = now + ReadAgainAfter }, "step-not-readable"), ct);
        return Turn.WaitsFor(now + ReadAgainAfter);
    }

    private IStakeDesk DeskOf(StoredProposal stored, Leg leg) =>
        desks.FirstOrDefault(desk => desk.Serves(leg.Change, stored.Proposal.Mode))
        ?? throw new InvalidOperationException($"No desk serves {leg.Key} in mode {stored.Proposal.Mode}.");
}
