using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Help;

/// <summary>/help: the commands that this person may give, or one of them with its options and an example.</summary>
internal sealed class HelpCommand(Func<CommandCatalogue> catalogue, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "help",
        "What I can do; with a command's name, its options and an example",
        "/help frontier",
        Role.Anyone,
        CommandTopic.About,
        [new OptionSpec("topic", OptionKind.Text, "The name of a command; without it, the list of all.") { Completes = Completes.Commands }]);

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        CommandCatalogue all = catalogue();
        if (call.Text("topic") is not { } topic)
            return Task.FromResult(HelpReply.Of(mode.Value, all, call.Person));
        string name = topic.TrimStart('/');
        return Task.FromResult(all.Find(name) is { } command
            ? HelpReply.Of(mode.Value, command.Spec)
            : HelpReply.Unknown(mode.Value, name, all.Nearest(name)));
    }
}
