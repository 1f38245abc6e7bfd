using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.Proposals;

internal static class ProposalsReply
{
    private const int PerPage = 5;

    public static Reply List(ExecutionMode mode, IReadOnlyList<Proposal> all, string state, int page)
    {
        Proposal[] chosen = [.. all.Where(proposal => state == "all" || proposal.State.IsFinal == (state == "ended"))];
        int pages = Math.Max(1, (chosen.Length + PerPage - 1) / PerPage);
        int shown = Math.Min(page, pages);
        Proposal[] here = [.. chosen.Skip((shown - 1) * PerPage).Take(PerPage)];
        return new Reply
        {
            Mode = mode,
            Title = chosen.Length == 0 ? "No proposals" : $"Proposals · {chosen.Length} · page {shown} of {pages}",
            Lines = chosen.Length == 0 ? ["/propose makes one. It changes nothing until somebody confirms it."] : [.. here.Select(Line)],
            Buttons =
            [
                .. here.Take(3).Select(proposal => new Button($"Show {proposal.Code}", $"/proposals {proposal.Id.Value[..4]}")),
                .. shown > 1 ? [new Button("Newer", $"/proposals {state} page:{shown - 1}")] : Array.Empty<Button>(),
                .. shown < pages ? [new Button("Earlier", $"/proposals {state} page:{shown + 1}")] : Array.Empty<Button>(),
            ],
        };
    }

    public static Reply Unknown(ExecutionMode mode, string code) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "I know no such proposal",
        Lines = [$"'{(code.Length <= 20 ? code : code[..20] + "…")}' is the code of no proposal. A code looks like P-7F3K; /proposals lists them.", "Nothing was changed."],
        Buttons = [new Button("Show proposals", "/proposals")],
    };

    private static string Line(Proposal proposal)
    {
        string ended = proposal.State.IsFinal ? $": {proposal.Ending}" : "";
        return $"• {proposal.Code} · {Words(proposal.State)} · {proposal.LegCount} {(proposal.LegCount == 1 ? "step" : "steps")}, {Figures.Unit(proposal.Turnover)} · made {ChatTime.Mark(proposal.CreatedAt)} by {PlainText.Name(proposal.Proposer.DisplayName)}{ended}";
    }

    private static string Words(ProposalState state) => state switch
    {
        ProposalState.Pending => "waits for confirmation",
        ProposalState.Grace => "confirmed",
        ProposalState.Executing => "under way",
        ProposalState.AwaitingUser => "waits for settings",
        ProposalState.Unknown => "not known yet",
        ProposalState.NeedsHuman => "needs a decision",
        ProposalState.Done => "done",
        ProposalState.PartlyDone => "partly done",
        ProposalState.Failed => "failed",
        ProposalState.Cancelled => "cancelled",
        ProposalState.Expired => "expired",
        ProposalState.Stale => "not sent",
        ProposalState.Superseded => "replaced",
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };
}
