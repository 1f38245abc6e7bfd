using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Features.Pause;

internal static class PauseReply
{
    public static Reply Paused(ExecutionMode mode, bool isNew, string state) => new()
    {
        Mode = mode,
        Title = isNew ? "Paused" : "Paused already",
        Lines =
        [
            state,
            "No proposals are made or sent; confirmed ones that were not sent yet are stopped. Steps that were sent already cannot be recalled. Reading works.",
            "Only the owner can resume.",
        ],
        Buttons = [new Button("Resume", "/resume"), new Button("Show proposals", "/proposals")],
    };

    /// <summary>What a resume has ended.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="resumed">Whether a pause was ended.</param>
    /// <param name="safeMode">Why the store was in safe mode; null when it was not.</param>
    /// <param name="left">Whether safe mode was ended.</param>
    public static Reply Resumed(ExecutionMode mode, bool resumed, string? safeMode, bool left)
    {
        string[] lines =
        [
            .. resumed ? ["Proposals are made and sent again. Those that were stopped stay stopped: /propose makes a new one."] : Array.Empty<string>(),
            .. left ? [$"Safe mode is over. It was: {safeMode}"] : Array.Empty<string>(),
            .. safeMode is not null && !left ? ["Safe mode goes on: the journal does not verify. Restore a backup (stakebot restore FILE). Nothing was changed."] : Array.Empty<string>(),
        ];
        if (lines.Length == 0)
            return new Reply { Kind = ReplyKind.Answer, Mode = mode, Title = "Nothing is paused", Lines = ["There was nothing to resume. Nothing was changed."] };
        return new Reply
        {
            Kind = resumed || left ? ReplyKind.Answer : ReplyKind.Refusal,
            Mode = mode,
            Title = resumed || left ? "Resumed" : "Not resumed",
            Lines = lines,
        };
    }
}
