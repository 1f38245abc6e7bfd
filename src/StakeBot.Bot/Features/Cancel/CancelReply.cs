using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Features.Cancel;

internal static class CancelReply
{
    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "Not cancelled",
        Lines = [reason],
        Buttons = [new Button("Show proposals", "/proposals")],
    };
}
