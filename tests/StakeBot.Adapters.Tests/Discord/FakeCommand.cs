using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>A command that is only looked up; what it answers is said by the test.</summary>
internal sealed class FakeCommand(string name, CommandTopic topic, params OptionSpec[] options) : ICommand
{
    public bool Proposes { get; init; }

    public bool IsShared { get; init; }

    public bool InPrivate { get; init; }

    public Role Needs { get; init; } = Role.Viewer;

    public CommandSpec Spec => new(name, $"What {name} does", $"/{name}", Needs, topic, options) { Proposes = Proposes, IsShared = IsShared, InPrivate = InPrivate };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => throw new InvalidOperationException("It is only looked up.");
}
