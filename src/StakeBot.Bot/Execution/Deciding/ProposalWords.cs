using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Deciding;

/// <summary>What is said to somebody who acts on a proposal that is past that.</summary>
internal static class ProposalWords
{
    /// <summary>Why a proposal can no longer be confirmed; null when it can.</summary>
    public static string? WhyOver(Proposal proposal, DateTimeOffset now) => proposal.State switch
    {
        ProposalState.Pending when now >= proposal.ExpiresAt => $"{proposal.Code} expired {ChatTime.Mark(proposal.ExpiresAt)}. Nothing was changed.",
        ProposalState.Pending => null,
        ProposalState.Grace or ProposalState.Executing or ProposalState.AwaitingUser or ProposalState.Done or ProposalState.PartlyDone =>
            $"Already confirmed by {Confirmers(proposal)} {Ago(proposal, now)}. Nothing more was changed.",
        ProposalState.Unknown or ProposalState.NeedsHuman => $"{proposal.Code} was confirmed; I am finding out what became of it. Nothing more was changed.",
        ProposalState.Expired => $"{proposal.Code} expired: {proposal.Ending}. Nothing was changed.",
        ProposalState.Superseded => $"{proposal.Code} was {proposal.Ending}. Nothing was changed.",
        ProposalState.Cancelled => $"{proposal.Code} was cancelled: {proposal.Ending}. Nothing was changed.",
        ProposalState.Stale => $"{proposal.Code} is out of date: {proposal.Ending}. Nothing was changed.",
        ProposalState.Failed => $"{proposal.Code} failed: {proposal.Ending}. Nothing was changed.",
        _ => throw new InvalidOperationException($"Unknown state {proposal.State}."),
    };

    /// <summary>Who confirmed, for people.</summary>
    public static string Confirmers(Proposal proposal) =>
        proposal.Approvals.Count == 0 ? "nobody" : string.Join(" and ", proposal.Approvals.Select(approval => PlainText.Name(approval.By.DisplayName)));

    private static string Ago(Proposal proposal, DateTimeOffset now)
    {
        if (proposal.Approvals.Count == 0)
            return "";
        TimeSpan ago = now - proposal.Approvals[^1].At;
        return ago.TotalSeconds < 90 ? $"{Math.Max(0, (int)ago.TotalSeconds)} s ago" : ChatTime.Mark(proposal.Approvals[^1].At);
    }
}
