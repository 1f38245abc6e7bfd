using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>The message that shows a proposal: one text for each state, the same on every surface.</summary>
internal static class ProposalCard
{
    public static Reply Of(StoredProposal stored, DateTimeOffset now)
    {
        Proposal proposal = stored.Proposal;
        return new Reply
        {
            Mode = proposal.Mode,
            Title = Title(proposal),
            Lines = [.. Lines(stored, now)],
            Table = LegTable.Of(stored),
            Buttons = CardButtons.Of(proposal),
            Card = proposal.Id.Value,
        };
    }

    /// <summary>What is left of a message when a newer one shows the proposal: nothing that could be pressed or grow old.</summary>
    public static Reply Older(Proposal proposal) => new()
    {
        Mode = proposal.Mode,
        Title = $"{proposal.Code} is shown in a newer message",
        Lines = [$"A newer message of this conversation shows it as it is now and has its buttons. /proposals {proposal.Id.Value[..4]} shows it again."],
    };

    private static string Title(Proposal proposal) => proposal.State switch
    {
        ProposalState.Pending => $"Proposal {proposal.Code} · revision {proposal.Revision} · asked by {PlainText.Name(proposal.Proposer.DisplayName)} · {PlainText.Name(proposal.Account)}",
        ProposalState.Grace => $"{proposal.Code} confirmed by {ProposalWords.Confirmers(proposal)}",
        ProposalState.Executing => $"{proposal.Code} is being carried out",
        ProposalState.AwaitingUser => $"{proposal.Code} waits for you",
        ProposalState.Unknown => $"{proposal.Code}: I do not know yet whether it was taken",
        ProposalState.NeedsHuman => $"{proposal.Code} needs your decision",
        ProposalState.Done => $"{proposal.Code} done · confirmed by {ProposalWords.Confirmers(proposal)} · check code {proposal.CheckCode}",
        ProposalState.PartlyDone => $"{proposal.Code} is partly done",
        ProposalState.Failed => $"{proposal.Code} failed",
        ProposalState.Cancelled => $"{proposal.Code} cancelled",
        ProposalState.Expired => $"{proposal.Code} expired",
        ProposalState.Stale => $"{proposal.Code} was not sent",
        ProposalState.Superseded => $"{proposal.Code} replaced",
        _ => throw new InvalidOperationException($"Unknown state {proposal.State}."),
    };

    private static IEnumerable<string> Lines(StoredProposal stored, DateTimeOffset now) => stored.Proposal.State switch
    {
        ProposalState.Pending => [.. stored.Proposal.Reasons, .. LegLines.Planned(stored), .. Consequences(stored.Proposal), .. Terms(stored)],
        ProposalState.Grace => [.. LegLines.Planned(stored), Grace(stored.Proposal, now)],
        ProposalState.Executing => LegLines.Outcomes(stored),
        ProposalState.AwaitingUser => Awaiting(stored),
        ProposalState.Unknown =>
        [
            .. LegLines.Outcomes(stored),
            "I am checking and will not send it again. Nothing else was sent. You hear from me within 12 minutes.",
        ],
        ProposalState.NeedsHuman => [.. LegLines.Outcomes(stored), .. Evidence.Lines(stored), "Nothing more is sent for this account until you decide."],
        ProposalState.Done or ProposalState.PartlyDone => [.. LegLines.Outcomes(stored), .. After(stored)],
        ProposalState.Failed => [.. LegLines.Outcomes(stored), $"Why: {stored.Proposal.Ending}.", ProposalWords.WhatChanged(stored)],
        _ => [$"{ProposalWords.Sentence(stored.Proposal.Ending ?? "it is over")}.", ProposalWords.WhatChanged(stored)],
    };

    private static IEnumerable<string> Consequences(Proposal proposal)
    {
        yield return $"Turnover {Figures.Unit(proposal.Turnover)} = {Figures.Percent(proposal.TurnoverShare)} of the stake.";
        if (proposal is { LossBefore: { } before, LossAfter: { } after })
            yield return $"Loss of the fund in a bad window ({Window(proposal)}), once it acts in full: {Figures.Percent(before)} → {Figures.Percent(after)} of equity, an estimate.";
        foreach (string note in proposal.Notes)
            yield return note;
    }

    private static IEnumerable<string> Terms(StoredProposal stored)
    {
        Proposal proposal = stored.Proposal;
        if (stored.Legs.Any(leg => leg.Change is StakeChange.Setting) && proposal.Mode != ExecutionMode.Paper)
            yield return "I cannot set Atomic strategies for you: they belong to your wallet. Confirm, then enter them at numer.ai, Dashboard, V3 Stakes. I check and tell you.";
        if (proposal.Mode == ExecutionMode.DryRun)
            yield return "Dry run: everything is checked, nothing is sent.";
        string approvals = proposal.ApprovalsNeeded == 1
            ? ""
            : $" {proposal.Approvals.Count} of {proposal.ApprovalsNeeded} have confirmed{(proposal.Approvals.Count == 0 ? "" : $" ({ProposalWords.Confirmers(proposal)})")}.";
        yield return $"Confirm before {ChatTime.Mark(proposal.ExpiresAt)}.{approvals} Check code {proposal.CheckCode}.";
        if (proposal.StepUp is { } amount)
            yield return $"It {proposal.StepUpWhy}, so a tap is not enough: type /confirm {proposal.Id.Value[..4]} {amount}.";
    }

    private static string Grace(Proposal proposal, DateTimeOffset now)
    {
        int seconds = Math.Max(0, (int)Math.Ceiling(((proposal.GraceEnds ?? now) - now).TotalSeconds));
        return seconds == 0 ? "It is carried out now." : $"It is carried out {ChatTime.Mark(proposal.GraceEnds!.Value)}, {seconds} s from now. Stop it if it should not be.";
    }

    private static IEnumerable<string> Awaiting(StoredProposal stored)
    {
        yield return "Enter at numer.ai, Dashboard, V3 Stakes:";
        foreach (string line in LegLines.ToEnter(stored))
            yield return line;
        DateTimeOffset until = stored.Legs.Where(leg => leg.State == LegState.AwaitingUser).Max(leg => leg.SentAt!.Value) + Desks.StrategyStakeDesk.LooksFor;
        yield return $"I keep looking until {ChatTime.Mark(until)}, or until the first round that closes after that, and tell you what I see. {(stored.Legs.Any(leg => leg.Change is StakeChange.Transfer && leg.State.WasTaken) ? "I changed nothing besides the steps above." : "Nothing was changed by me.")}";
    }

    private static IEnumerable<string> After(StoredProposal stored)
    {
        Proposal proposal = stored.Proposal;
        if (proposal.State == ProposalState.PartlyDone)
            yield return $"Why it stopped: {proposal.Ending}. Nothing else was sent.";
        if (proposal.Mode == ExecutionMode.DryRun)
            yield return "Dry run: every check passed, nothing was sent, nothing was changed.";
        else if (proposal is { State: ProposalState.Done, LossAfter: { } loss })
            yield return $"Loss of the fund in a bad window ({Window(proposal)}), once it acts in full: {Figures.Percent(loss)} of equity, an estimate.";
        if (stored.Legs.Any(leg => leg.ActsFromRound is not null))
            yield return $"It acts from round {stored.Legs.Max(leg => leg.ActsFromRound)}. I report half-way and when it acts in full.";
    }

    private static string Window(Proposal proposal) => proposal.LossWindow is { } window ? $"1 in 20, {window}" : "1 in 20";
}
