using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution;

/// <summary>A proposal that nobody has confirmed: ends when its time is over.</summary>
internal sealed class PendingTurn(ProposalBook book, TimeProvider time)
{
    public async Task<Turn> TakeAsync(StoredProposal stored, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (now < stored.Proposal.ExpiresAt)
            return Turn.WaitsFor(stored.Proposal.ExpiresAt);
        Proposal expired = stored.Proposal with { State = ProposalState.Expired, EndedAt = now, Ending = "nobody confirmed it in time" };
        await book.TryChangeAsync(stored, stored with { Proposal = expired }, ProposalChange.ByItself("proposal-expired", new { }), ct);
        return Turn.Changed;
    }
}
