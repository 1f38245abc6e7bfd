using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Deciding;

/// <summary>What is said to somebody who acts on a proposal that is past that.</summary>
internal static class ProposalWords
{
    /// <summary>Why a proposal can no longer be confirmed; null when it can.</summary>
    public static string? WhyOver(StoredProposal stored, DateTimeOffset now) => WhyOver(stored.Proposal, WhatChanged(stored), now);

    private static string? WhyOver(Proposal proposal, string whatChanged, DateTimeOffset now) => proposal.State switch
    {
        ProposalState.Pending when now >= proposal.ExpiresAt => $"{proposal.Code} expired {ChatTime.Mark(proposal.ExpiresAt)}. Nothing was changed.",
        ProposalState.Pending => null,
        ProposalState.Grace or ProposalState.Executing or ProposalState.AwaitingUser or ProposalState.Done or ProposalState.PartlyDone =>
            $"Already confirmed by {Confirmers(proposal)} {Ago(proposal, now)}. Nothing more was changed.",
        ProposalState.Unknown or ProposalState.NeedsHuman => $"{proposal.Code} was confirmed; I am finding out what became of it. Nothing more was changed.",
        ProposalState.Expired => $"{proposal.Code} expired: {proposal.Ending}. {whatChanged}",
        ProposalState.Superseded => $"{proposal.Code} was {proposal.Ending}. Nothing was changed.",
        ProposalState.Cancelled => $"{proposal.Code} was cancelled: {proposal.Ending}. Nothing was changed.",
        ProposalState.Stale => $"{proposal.Code} is out of date: {proposal.Ending}. Nothing was changed.",
        ProposalState.Failed => $"{proposal.Code} failed: {proposal.Ending}. {whatChanged}",
        _ => throw new InvalidOperationException($"Unknown state {proposal.State}."),
    };

    /// <summary>What an ended proposal changed: the sentence that every end closes with.</summary>
    public static string WhatChanged(StoredProposal ended)
    {
        int[] unclear = [.. ended.Legs.Where(leg => leg.StaysUnclear).Select(leg => leg.Number)];
        if (unclear.Length > 0)
            return $"Whether {Steps(unclear)} carried out after all is not known: look at numer.ai before you make it again. I sent nothing more.";
        int[] taken = [.. ended.Legs.Where(leg => leg.State.WasTaken).Select(leg => leg.Number)];
        return taken.Length == 0 ? "Nothing was changed." : $"{Sentence(Steps(taken))} taken; nothing else was changed.";
    }

    /// <summary>A text that begins like a sentence.</summary>
    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Steps(int[] numbers) => numbers.Length == 1 ? $"step {numbers[0]} was" : $"steps {string.Join(", ", numbers)} were";

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
