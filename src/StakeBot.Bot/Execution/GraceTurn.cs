using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution;

/// <summary>A confirmed proposal whose grace has to run out; then everything is checked once more before the first step (reliability T7–T10).</summary>
internal sealed class GraceTurn(
    ProposalBook book,
    DriftReader drift,
    PauseSwitch pause,
    StepGate gate,
    StepOutcome outcome,
    IStakeStore store,
    FreshProposal fresh,
    Notices notices,
    TimeProvider time,
    ILegacyStakes? stakes = null)
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadsFor = TimeSpan.FromMinutes(30);

    public async Task<Turn> TakeAsync(StoredProposal stored, CancellationToken ct)
    {
        Proposal proposal = stored.Proposal;
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset graceEnds = proposal.GraceEnds ?? now;
        if (await pause.ReasonAsync(ct) is not null)
            return await EndAsync(stored, ProposalState.Cancelled, "everything was paused", "proposal-stopped", ct);
        if (now < graceEnds)
            return Turn.WaitsFor(graceEnds);
        if (store.SafeMode is { } why)
            return await outcome.AskOwnerAsync(stored, why, ct);
        if (proposal.ExecuteBefore is { } limit && now >= limit)
            return await EndAsync(stored, ProposalState.Expired, "it could not be sent before the round closed", "proposal-expired-confirmed", ct, isLoud: true);
        if (await gate.LostRoleAsync(proposal, ct) is { } lost)
            return await EndAsync(stored, ProposalState.Failed, lost, "proposal-aborted", ct);
        return await CheckedAsync(stored, graceEnds, now, ct);
    }

    private static bool SendsSomething(StoredProposal stored) =>
        stored.Proposal.Mode == ExecutionMode.Live && stored.Legs.Any(leg => leg.Change is StakeChange.Transfer);

    private async Task<Turn> CheckedAsync(StoredProposal stored, DateTimeOffset graceEnds, DateTimeOffset now, CancellationToken ct)
    {
        IReadOnlyList<string> differences;
        string? unsendable;
        try
        {
            unsendable = stakes is not null && SendsSomething(stored) ? await stakes.WhyNotAsync(ct) : null;
            differences = await drift.DifferencesAsync(stored, ct);
        }
        catch (NumeraiUnavailableException) when (now - graceEnds < ReadsFor)
        {
            return Turn.WaitsFor(now + ReadAgainAfter);
        }
        catch (NumeraiUnavailableException unavailable)
        {
            return await EndAsync(stored, ProposalState.Expired, $"the account could not be read: {unavailable.Message}", "proposal-expired-confirmed", ct, isLoud: true);
        }
        if (unsendable is not null)
            return await EndAsync(stored, ProposalState.Failed, $"nothing can be sent: {unsendable.TrimEnd('.')}", "proposal-aborted", ct, isLoud: true);
        if (differences.Count > 0)
        {
            Turn stale = await EndAsync(stored, ProposalState.Stale, $"the account changed since it was made: {DriftCheck.Words(differences)}", "proposal-stale", ct);
            await fresh.MakeAsync(stored.Proposal, ct);
            return stale;
        }
        Proposal executing = stored.Proposal with { State = ProposalState.Executing };
        await book.TryChangeAsync(stored, stored with { Proposal = executing }, ProposalChange.ByItself("proposal-executing", new { stored.Proposal.Fingerprint }, isShown: false), ct);
        return Turn.Changed;
    }

    private async Task<Turn> EndAsync(StoredProposal stored, ProposalState state, string ending, string what, CancellationToken ct, bool isLoud = false)
    {
        DateTimeOffset now = time.GetUtcNow();
        Proposal ended = stored.Proposal with { State = state, EndedAt = now, Ending = ending };
        ProposalChange change = ProposalChange.ByItself(what, new { ending });
        if (isLoud)
            change = change with { Notices = await notices.ToCardsAsync(stored, $"{stored.Proposal.Code} was confirmed but not sent: {ending}. Nothing was changed.", ct) };
        await book.TryChangeAsync(stored, stored with { Proposal = ended }, change, ct);
        return Turn.Changed;
    }
}
