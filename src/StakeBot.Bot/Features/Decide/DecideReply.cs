using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Records;

namespace StakeBot.Bot.Features.Decide;

internal static class DecideReply
{
    /// <summary>What is known of the step, for whoever has to decide.</summary>
    public static Reply Evidence(StoredProposal stored, DateTimeOffset now) => ProposalCard.Of(stored, now) with { Card = null };

    /// <summary>The evidence, and what has to be typed to decide.</summary>
    public static Reply AskBack(StoredProposal stored, string outcome, DateTimeOffset now)
    {
        Reply card = Evidence(stored, now);
        return card with
        {
            Lines = [.. card.Lines, $"If you are sure, type: /decide {stored.Proposal.Id.Value[..4]} {outcome} {stored.Proposal.CheckCode}. Nothing was changed."],
        };
    }
}
