using StakeBot.Bot.People;

namespace StakeBot.Bot.Commands;

/// <summary>What a command is for; the sections of /help.</summary>
public enum CommandTopic
{
    /// <summary>Reading.</summary>
    Look,

    /// <summary>Changing something.</summary>
    Act,

    /// <summary>About the bot and the person.</summary>
    About,
}

/// <summary>
/// Everything there is to know about a command without running it. The one source of parsing, help, the platforms' menus and the README's table.
/// </summary>
/// <param name="Name">Lower case, without the slash; the same on every platform.</param>
/// <param name="Summary">One line for menus, at most 100 characters.</param>
/// <param name="Example">A whole line that works.</param>
/// <param name="Needs">The least role that may give it.</param>
/// <param name="Topic">Its section in /help.</param>
/// <param name="Options">In the order in which unnamed values are taken.</param>
public sealed record CommandSpec(
    string Name,
    string Summary,
    string Example,
    Role Needs,
    CommandTopic Topic,
    IReadOnlyList<OptionSpec> Options)
{
    /// <summary>Whether it makes a proposal: those are counted by themselves.</summary>
    public bool Proposes { get; init; }

    /// <summary>Whether it is only given where nobody else reads: menus leave it out elsewhere, and the command refuses.</summary>
    public bool InPrivate { get; init; }

    /// <summary>Whether its answer is for everybody in the conversation; otherwise for whoever gave it alone, where the platform can do that.</summary>
    public bool IsShared { get; init; }
}
