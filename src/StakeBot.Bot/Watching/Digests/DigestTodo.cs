using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>What somebody has to do, a line each.</summary>
internal static class DigestTodo
{
    // Of the fund: below it, a rebalance moves little.
    private const double MuchDrift = 0.05;

    public static IEnumerable<string> Of(DigestReport report) =>
        [.. Proposals(report), .. Limits(report), .. Submissions(report), .. Idle(report.Fund.Snapshot), .. Drift(report)];

    private static IEnumerable<string> Proposals(DigestReport report)
    {
        foreach (Proposal proposal in report.Live.Select(stored => stored.Proposal))
        {
            if (proposal.State == ProposalState.Pending)
                yield return $"{proposal.Code} waits for a confirmation until {ChatTime.Mark(proposal.ExpiresAt)}: /proposals {proposal.Id.Value[..4]}";
            else if (proposal.State == ProposalState.AwaitingUser)
                yield return $"{proposal.Code} waits until its settings are entered at numer.ai: /proposals {proposal.Id.Value[..4]}";
            else if (proposal.State is ProposalState.Unknown or ProposalState.NeedsHuman)
                yield return $"{proposal.Code}: what became of it is not known: /proposals {proposal.Id.Value[..4]}";
        }
    }

    private static IEnumerable<string> Limits(DigestReport report)
    {
        if (report.Fund.Risk is not { } risk || !(risk.Broken.Any() || risk.IsOverBudget) || BrokenLimits.AreMendedBySettings(report.Fund))
            yield break;
        if (!report.Live.Any(stored => stored.Proposal.State is ProposalState.Pending or ProposalState.AwaitingUser or ProposalState.Grace))
            yield return "a limit is broken: /propose shows what would mend it";
    }

    private static IEnumerable<string> Submissions(DigestReport report) => report.Fund.Snapshot.Stakes
        .Where(stake => stake.MissedSubmissions > 0 && stake.Exposure > Nmr.Zero)
        .Select(stake => $"{PlainText.Name(stake.Model.Name)} has missed {stake.MissedSubmissions} {(stake.MissedSubmissions == 1 ? "submission" : "submissions")} of late");

    private static IEnumerable<string> Idle(StakeSnapshot snapshot)
    {
        foreach (TournamentStakes tournament in snapshot.Tournaments.Where(t => t.IdleIsKnown && t.NextRoundNeeds > Nmr.Zero && t.Idle < t.NextRoundNeeds))
            yield return $"{tournament.Tournament} has {Figures.Unit(tournament.Idle)} idle, its next round asks for {Figures.Amount(tournament.NextRoundNeeds)}: some models will get less";
    }

    private static IEnumerable<string> Drift(DigestReport report)
    {
        if (report.Drift is { } drift && drift.Off > MuchDrift)
            yield return $"{PlainText.Name(drift.Model.Name)} is {Figures.Percent(drift.Off)} of the fund off the policy's target: /propose";
    }
}
