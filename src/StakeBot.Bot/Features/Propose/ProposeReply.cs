using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Making;

namespace StakeBot.Bot.Features.Propose;

internal static class ProposeReply
{
    public static Reply Made(ProposeOutcome.Made made, DateTimeOffset now)
    {
        Reply card = ProposalCard.Of(made.Stored, now);
        return made.IsPreview
            ? card with
            {
                Title = $"Preview · {card.Title[(card.Title.IndexOf('·', StringComparison.Ordinal) + 2)..]}",
                Lines = [.. card.Lines.Where(line => !line.StartsWith("Confirm before", StringComparison.Ordinal)), "Only a preview: nothing can be confirmed. Nothing was changed."],
                Buttons = [new Button("Propose it", "/propose")],
                Card = null,
            }
            : card;
    }

    public static Reply Nothing(ExecutionMode mode, ProposeOutcome.NothingToDo nothing) => new()
    {
        Mode = mode,
        Title = "Nothing to change",
        Lines =
        [
            $"Asked for: {nothing.Goal}. Every model is within the no-trade band of its target, or its change is too small to be worth a request.",
            .. nothing.Plan.Later.Select(step => $"Later: {PlainText.Name(step.Model.Name)} +{Figures.Unit(step.Amount)}, because {step.Why}."),
            .. nothing.Plan.LeftAlone.Select(left => $"Left alone: {PlainText.Name(left.Model.Name)}, {left.Why}."),
            "Nothing was changed.",
        ],
        Buttons = [new Button("Show risk", "/risk"), new Button("Show policy", "/policy")],
    };

    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "No proposal",
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("Show proposals", "/proposals")],
    };
}
