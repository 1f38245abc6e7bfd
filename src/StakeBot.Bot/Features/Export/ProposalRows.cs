using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Features.Export;

/// <summary>Every step of every proposal, a row each.</summary>
internal static class ProposalRows
{
    public static DataTable Of(IReadOnlyList<StoredProposal> proposals) => new(
        "Proposals",
        [
            "proposal", "code", "revision", "account", "mode", "goal", "proposed_by", "made", "expires", "state", "ended", "ending", "confirmed_by", "fingerprint",
            "step", "model", "tournament", "kind", "from_nmr", "to_nmr", "per_round_from_nmr", "per_round_to_nmr", "mode_from", "mode_to", "automation_to",
            "step_state", "sent", "outcome", "due", "request", "reason",
        ],
        [.. proposals.SelectMany(stored => stored.Legs.Select(leg => Row(stored.Proposal, leg)))]);

    private static IReadOnlyList<Cell> Row(Proposal proposal, Leg leg) => [.. Head(proposal), .. Step(leg)];

    private static IEnumerable<Cell> Head(Proposal proposal) =>
    [
        Cell.Of(proposal.Id.Value),
        Cell.Of(proposal.Code),
        Cell.Of(proposal.Revision),
        Cell.Of(proposal.Account),
        Cell.Of(proposal.Mode.ToString()),
        Cell.Of(proposal.Goal),
        Cell.Of(proposal.Proposer.Key),
        ExportCell.Of(proposal.CreatedAt),
        ExportCell.Of(proposal.ExpiresAt),
        Cell.Of(proposal.State.ToString()),
        ExportCell.Of(proposal.EndedAt),
        ExportCell.Of(proposal.Ending is null ? null : ChatTime.ToUtc(proposal.Ending)),
        Cell.Of(string.Join(' ', proposal.Approvals.Select(approval => approval.By.Key))),
        Cell.Of(proposal.Fingerprint),
    ];

    private static IEnumerable<Cell> Step(Leg leg)
    {
        StakeChange.Setting? setting = leg.Change as StakeChange.Setting;
        return
        [
            Cell.Of(leg.Number),
            Cell.Of(leg.Change.Model.Name),
            Cell.Of(leg.Change.Model.Tournament.ToString()),
            Cell.Of(setting is null ? "transfer" : "setting"),
            ExportCell.Of(leg.Change.From),
            ExportCell.Of(leg.Change.To),
            ExportCell.Of(setting?.Before.PerRound),
            ExportCell.Of(setting?.After.PerRound),
            ExportCell.Of(setting is null ? null : SettingWords.Mode(setting.Before.Mode)),
            ExportCell.Of(setting is null ? null : SettingWords.Mode(setting.After.Mode)),
            ExportCell.Of(setting?.After.Automation),
            Cell.Of(leg.State.ToString()),
            ExportCell.Of(leg.SentAt),
            ExportCell.Of(leg.OutcomeAt),
            ExportCell.Of(leg.Due),
            ExportCell.Of(leg.RequestId),
            ExportCell.Of(leg.Reason is null ? null : ChatTime.ToUtc(leg.Reason)),
        ];
    }
}
