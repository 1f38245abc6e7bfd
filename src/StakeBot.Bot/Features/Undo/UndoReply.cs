using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Features.Undo;

internal static class UndoReply
{
    public static Reply Made(StoredProposal stored, Proposal undone, DateTimeOffset now)
    {
        Reply card = ProposalCard.Of(stored, now);
        return card with
        {
            Lines =
            [
                $"What {undone.Code} sent cannot be recalled. This is the opposite, as far as it is possible now: a change of its own, with its own waiting times and burns.",
                .. card.Lines,
            ],
        };
    }

    public static Reply Cancel(ExecutionMode mode, Proposal proposal) => new()
    {
        Mode = mode,
        Title = $"{proposal.Code} was not sent yet",
        Lines = ["There is nothing to undo: cancel it, that is free. Nothing was changed."],
        Buttons = [new Button($"Cancel {proposal.Code}", $"/cancel {proposal.Id.Value[..4]}")],
    };

    public static Reply NotNow(ExecutionMode mode, Proposal undone, StakePlan plan) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = $"{undone.Code} cannot be undone now",
        Lines =
        [
            "What was sent cannot be recalled, and the opposite is not possible now:",
            .. plan.LeftAlone.Select(left => $"• {PlainText.Name(left.Model.Name)}: {left.Why}"),
            .. plan.Later.Select(step => $"• {PlainText.Name(step.Model.Name)}: {Figures.Unit(step.Amount)} missing, because {step.Why}{(step.Due is { } due ? $", about {ChatTime.Mark(due)}" : "")}"),
            "Nothing was changed.",
        ],
    };

    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "Nothing to undo",
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("Show proposals", "/proposals")],
    };
}
