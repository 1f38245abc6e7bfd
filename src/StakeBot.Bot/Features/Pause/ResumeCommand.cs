using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Pause;

/// <summary>/resume: the owner ends a pause, and the store's safe mode once its journal verifies.</summary>
internal sealed class ResumeCommand(PauseSwitch pause, IStakeStore store, ExecutorSignal signal, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "resume",
        "End a pause, or the safe mode after a restore",
        "/resume",
        Role.Owner,
        CommandTopic.Act,
        []);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string? safeMode = store.SafeMode;
        bool left = safeMode is not null && await store.LeaveSafeModeAsync(ct);
        bool resumed = await pause.ResumeAsync(call.Person, ct);
        signal.Wake();
        string[] lines =
        [
            .. resumed ? ["Proposals are made and sent again. Those that were stopped stay stopped: /propose makes a new one."] : Array.Empty<string>(),
            .. left ? [$"Safe mode is over. It was: {safeMode}"] : Array.Empty<string>(),
            .. safeMode is not null && !left ? ["Safe mode goes on: the journal does not verify. Restore a backup (stakebot restore FILE). Nothing was changed."] : Array.Empty<string>(),
        ];
        return lines.Length == 0
            ? new Reply { Kind = ReplyKind.Refusal, Mode = mode.Value, Title = "Nothing is paused", Lines = ["There was nothing to resume. Nothing was changed."] }
            : new Reply { Kind = resumed || left ? ReplyKind.Answer : ReplyKind.Refusal, Mode = mode.Value, Title = resumed || left ? "Resumed" : "Not resumed", Lines = lines };
    }
}
