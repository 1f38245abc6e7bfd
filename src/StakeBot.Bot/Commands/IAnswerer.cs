using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Commands;

/// <summary>Answers one message. Always answers: what goes wrong becomes a reply that says so.</summary>
public interface IAnswerer
{
    /// <summary>The answer to a message, from whichever surface.</summary>
    Task<Reply> AnswerAsync(ChatMessage message, CancellationToken ct);
}
