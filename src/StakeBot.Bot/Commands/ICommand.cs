using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Commands;

/// <summary>One command of the catalogue.</summary>
public interface ICommand
{
    /// <summary>What it is.</summary>
    CommandSpec Spec { get; }

    /// <summary>Answers. Reads as the story: load, decide, store, show.</summary>
    Task<Reply> HandleAsync(CommandCall call, CancellationToken ct);
}
