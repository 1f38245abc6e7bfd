namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>The conversation cannot be written to any more.</summary>
internal sealed class ConversationGoneException(string message, Exception inner) : Exception(message, inner);

/// <summary>The group has become a supergroup with another id.</summary>
internal sealed class ChatMigratedException(long to, Exception inner) : Exception("The group has another id.", inner)
{
    public long To { get; } = to;
}
