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
        [])
    {
        IsShared = true,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string? safeMode = store.SafeMode;
        bool left = safeMode is not null && await store.LeaveSafeModeAsync(ct);
        bool resumed = await pause.ResumeAsync(call.Person, ct);
        signal.Wake();
        return PauseReply.Resumed(mode.Value, resumed, safeMode, left);
    }
}
