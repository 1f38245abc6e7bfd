using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Deciding;

namespace StakeBot.Bot.Features.Cancel;

internal static class CancelReply
{
    private const string NotCancelled = "Not cancelled";

    public static Reply WhichOne(ExecutionMode mode) =>
        DecisionReply.Refused(mode, NotCancelled, "Which one? Type /cancel and the proposal's code, such as /cancel P-7F3K; /proposals lists them. Nothing was changed.");

    public static Reply Of(Decision decision, ExecutionMode mode, DateTimeOffset now) => DecisionReply.Of(decision, NotCancelled, mode, now);
}
