namespace StakeBot.Bot.Ports;

/// <summary>A part of the bot that can be out of order while the rest goes on.</summary>
public interface IHealth
{
    /// <summary>What is wrong now, one sentence that anybody may read; null when nothing is.</summary>
    string? Trouble { get; }
}
