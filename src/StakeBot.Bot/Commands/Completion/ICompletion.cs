using StakeBot.Bot.People;

namespace StakeBot.Bot.Commands.Completion;

/// <summary>What can be offered while somebody types the value of an option. Asked with every key, so it reads nothing outside this machine.</summary>
public interface ICompletion
{
    /// <summary>The best matches, at most <see cref="Most"/>; none for somebody who may not give the command.</summary>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(CompletionRequest request, CancellationToken ct);

    /// <summary>More than this no surface shows.</summary>
    const int Most = 25;
}

/// <summary>A value that is being typed.</summary>
/// <param name="Who">Who types it.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Option">The option's name.</param>
/// <param name="Typed">What is there so far; may be empty.</param>
public sealed record CompletionRequest(PlatformIdentity Who, string Command, string Option, string Typed);

/// <summary>One value that is offered.</summary>
/// <param name="Value">What is put in.</param>
/// <param name="Label">What is shown: the value, and perhaps what it is.</param>
public sealed record Suggestion(string Value, string Label);
