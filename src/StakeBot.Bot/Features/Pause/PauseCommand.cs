using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Pause;

/// <summary>/pause: no proposal is made, nothing is sent, confirmed ones in their grace are stopped. Any approver may; only the owner resumes.</summary>
internal sealed class PauseCommand(PauseSwitch pause, ExecutorSignal signal, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "pause",
        "Stop everything: no proposals are made or sent until the owner resumes",
        "/pause \"API odd\"",
        Role.Approver,
        CommandTopic.Act,
        [new OptionSpec("reason", OptionKind.Text, "Why, for the others.")])
    {
        IsShared = true,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string? why = call.Text("reason") is { } reason ? PlainText.Name(reason) : null;
        bool paused = await pause.PauseAsync(call.Person, why, ct);
        signal.Wake();
        string state = await pause.ReasonAsync(ct) ?? "";
        return PauseReply.Paused(mode.Value, paused, state);
    }
}
