namespace StakeBot.Bot.Execution;

/// <summary>The mode that this bot runs in.</summary>
/// <param name="Value">The mode.</param>
public sealed record BotMode(ExecutionMode Value);
