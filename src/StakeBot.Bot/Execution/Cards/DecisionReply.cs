using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Deciding;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>The answer to a typed decision: the proposal as it is after it, or why nothing was decided.</summary>
internal static class DecisionReply
{
    /// <param name="decision">What became of it.</param>
    /// <param name="otherwise">The title when it was refused, such as <c>Not confirmed</c>.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="now">The time.</param>
    public static Reply Of(Decision decision, string otherwise, ExecutionMode mode, DateTimeOffset now) => decision switch
    {
        Decision.Taken taken => ProposalCard.Of(taken.Stored, now),
        Decision.Refused refused => Refused(mode, otherwise, refused.Reason),
        _ => throw new InvalidOperationException("A decision is taken or refused."),
    };

    public static Reply Refused(ExecutionMode mode, string title, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = title,
        Lines = [reason],
        Buttons = [new Button("Show proposals", "/proposals")],
    };
}
