using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Pause;

/// <summary>/resume: the owner ends a pause, and the store's safe mode once its journal verifies.</summary>
internal sealed class ResumeCommand(PauseSwitch pause, IStakeStore store, ExecutorSignal signal, BotMode mode, TimeProvider time) : ICommand
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
        if (left)
        {
            string why = RecordJson.WriteDetail(new { Why = safeMode });
            await store.TryTransitionAsync(new Transition(new JournalEntry(time.GetUtcNow(), "store", "safe-mode-left", call.Person.Identity.Key, why), [], []), ct);
        }
        bool resumed = await pause.ResumeAsync(call.Person, ct);
        signal.Wake();
        return PauseReply.Resumed(mode.Value, resumed, safeMode, left);
    }
}
