using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Records;

namespace StakeBot.Bot.Features.Confirm;

internal static class ConfirmReply
{
    /// <summary>The proposal again, with what has to be typed to confirm exactly this.</summary>
    public static Reply AskBack(StoredProposal stored, string wanted, DateTimeOffset now)
    {
        Reply card = ProposalCard.Of(stored, now);
        return card with
        {
            Lines = [.. card.Lines, $"To confirm exactly this, type: /confirm {stored.Proposal.Id.Value[..4]} {wanted}. Nothing was changed."],
            Card = null,
        };
    }
}
