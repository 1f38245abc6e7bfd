using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Start;

/// <summary>/start: the greeting. What this is, what it is not, and the next step. With a code, whoever sends it becomes known.</summary>
internal sealed class StartCommand(BotMode mode, Membership membership) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "start",
        "Greeting: what I am, what I am not, and what to do first",
        "/start",
        Role.Anyone,
        CommandTopic.About,
        [new OptionSpec("code", OptionKind.Text, "A one-time code from the owner or from the console: it makes you known here.")]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text("code") is not { } code)
            return StartReply.Of(mode.Value, call.Person);
        return StartReply.Of(mode.Value, await membership.RedeemAsync(call.Person, code, ct));
    }
}
