using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Start;

/// <summary>/start: the greeting. What this is, what it is not, and the next step.</summary>
internal sealed class StartCommand(BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "start",
        "Greeting: what I am, what I am not, and what to do first",
        "/start",
        Role.Anyone,
        CommandTopic.About,
        []);

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        Task.FromResult(StartReply.Of(mode.Value, call.Person));
}
