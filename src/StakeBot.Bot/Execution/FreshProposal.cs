using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution;

/// <summary>Makes a new proposal in place of one that no longer fits, and shows it where the old one is shown.</summary>
internal sealed class FreshProposal(Proposer proposer, ProposalBook book, IOutbox outbox, OutboxSignal signal, TimeProvider time)
{
    public async Task MakeAsync(Proposal stale, CancellationToken ct)
    {
        if (stale.Undoes is not null || stale.Goal.StartsWith("set the amounts", StringComparison.Ordinal))
            return;
        ProposeOutcome outcome;
        try
        {
            outcome = await proposer.MakeAsync(new ProposalGoal.Follow(null), stale.Origin, stale.Proposer, isPreview: false, ct);
        }
        catch (NumeraiUnavailableException)
        {
            return;
        }
        if (outcome is not ProposeOutcome.Made made)
            return;
        foreach (ShownCard card in await book.CardsAsync(stale.Id, ct))
        {
            await outbox.TryAddAsync(
                new OutgoingMessage(
                    $"card:{made.Stored.Proposal.Id.Value}:1:{card.Platform}:{card.Chat}",
                    card.Platform,
                    card.Chat,
                    OutgoingPriority.Confirmation,
                    CardBody.Edit(made.Stored.Proposal.Id),
                    time.GetUtcNow()),
                ct);
        }
        signal.Wake();
    }
}
