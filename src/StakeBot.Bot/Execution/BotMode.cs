namespace StakeBot.Bot.Execution;

/// <summary>The mode that this bot runs in now.</summary>
public sealed class BotMode(ExecutionMode initial)
{
    private volatile int _value = (int)initial;

    /// <summary>The mode.</summary>
    public ExecutionMode Value => (ExecutionMode)_value;

    /// <summary>The mode of the start: what the account allows without the owner's word.</summary>
    public ExecutionMode Initial { get; } = initial;

    internal void Switch(ExecutionMode mode) => _value = (int)mode;
}
