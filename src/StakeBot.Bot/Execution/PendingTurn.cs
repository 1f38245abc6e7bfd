using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution;

/// <summary>A proposal that nobody has confirmed: ends when its time is over.</summary>
internal sealed class PendingTurn(ProposalBook book, IStakeStore store, TimeProvider time)
{
    public async Task<Turn> TakeAsync(StoredProposal stored, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (store.SafeMode is not null)
            return await EndAsync(stored, "the store was found unsound or restored, and what became of it after a backup is not known here", isUnclear: true, ct);
        if (now < stored.Proposal.ExpiresAt)
            return Turn.WaitsFor(stored.Proposal.ExpiresAt);
        return await EndAsync(stored, "nobody confirmed it in time", isUnclear: false, ct);
    }

    private async Task<Turn> EndAsync(StoredProposal stored, string ending, bool isUnclear, CancellationToken ct)
    {
        StoredProposal expired = stored with
        {
            Proposal = stored.Proposal with { State = ProposalState.Expired, EndedAt = time.GetUtcNow(), Ending = ending },
            Legs = isUnclear ? [.. stored.Legs.Select(leg => leg with { StaysUnclear = true })] : stored.Legs,
        };
        await book.TryChangeAsync(stored, expired, ProposalChange.ByItself("proposal-expired", new { ending }), ct);
        return Turn.Changed;
    }
}
