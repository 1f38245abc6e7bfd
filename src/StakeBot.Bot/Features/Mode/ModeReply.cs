using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Features.Mode;

internal static class ModeReply
{
    public static Reply Show(ExecutionMode mode, string? whyNotLive) => new()
    {
        Mode = mode,
        Title = "How far a confirmed change goes",
        Lines =
        [
            mode switch
            {
                ExecutionMode.Paper => "Paper: changes go to a simulated account. No real NMR is touched.",
                ExecutionMode.DryRun => "Dry run: the account is read, every check is made, nothing is ever sent.",
                ExecutionMode.Live => "Live: confirmed changes are sent to Numerai. Atomic settings are yours to enter; I check them.",
                _ => throw new InvalidOperationException($"Unknown mode {mode}."),
            },
            mode == ExecutionMode.Live ? "/mode dry-run goes back at once." : whyNotLive ?? "/mode live switches sending on; it asks back once.",
        ],
    };

    public static Reply AskBack(ExecutionMode mode, string word) => new()
    {
        Mode = mode,
        Title = "Switch sending on?",
        Lines =
        [
            "Live means: a proposal that is confirmed moves real NMR at Numerai. Released NMR takes about R rounds to arrive and can burn until then; what is sent cannot be recalled.",
            $"If you want that, type within five minutes: /mode live {word}",
            "Nothing was changed.",
        ],
    };

    public static Reply Live() => new()
    {
        Mode = ExecutionMode.Live,
        Title = "Live",
        Lines = ["Confirmed changes are sent from now on, also after a restart. Proposals of the dry run are out of date. /mode dry-run goes back at once, /pause stops everything."],
        Buttons = [new Button("Propose", "/propose"), new Button("Back to dry run", "/mode dry-run")],
    };

    public static Reply Dry(ExecutionMode mode) => new() { Mode = mode, Title = "Dry run", Lines = ["Everything is checked, nothing is sent. Live proposals that wait are out of date."] };

    public static Reply Refused(ExecutionMode mode, string reason) => new() { Kind = ReplyKind.Refusal, Mode = mode, Title = "The mode stays as it is", Lines = [reason, "Nothing was changed."] };
}
