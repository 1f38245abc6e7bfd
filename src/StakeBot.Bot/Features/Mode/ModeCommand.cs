using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Mode;

/// <summary>/mode: how far a confirmed change goes. Live needs a second deliberate act.</summary>
internal sealed class ModeCommand(ModeSwitch modes, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "mode",
        "Paper, dry run or live: how far a confirmed change goes",
        "/mode",
        Role.Owner,
        CommandTopic.Act,
        [
            new OptionSpec("to", OptionKind.Choice, "live sends confirmed changes; dry-run checks everything and sends nothing. Without it: what is on.") { Choices = ["live", "dry-run"] },
            new OptionSpec("word", OptionKind.Text, "For live: the word that the first /mode live gave."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        switch (call.Choice("to"))
        {
            case "live" when await modes.WhyNotLiveAsync(ct) is { } why:
                return ModeReply.Refused(mode.Value, why);
            case "live" when mode.Value == ExecutionMode.Live:
                return ModeReply.Refused(mode.Value, "It is live already.");
            case "live" when call.Text("word") is { } word:
                return await modes.GoLiveAsync(call.Person, word, ct)
                    ? ModeReply.Live()
                    : ModeReply.Refused(mode.Value, "That is not the word, or it is older than five minutes. Begin again with /mode live.");
            case "live":
                return ModeReply.AskBack(mode.Value, modes.Ask(call.Person));
            case "dry-run" when mode.Initial == ExecutionMode.Paper:
                return ModeReply.Refused(mode.Value, "The account is simulated: it can only be played with.");
            case "dry-run":
                await modes.GoDryAsync(call.Person, ct);
                return ModeReply.Dry(mode.Value);
            default:
                return ModeReply.Show(mode.Value, mode.Value == ExecutionMode.Live ? null : await modes.WhyNotLiveAsync(ct));
        }
    }
}
