namespace StakeBot.Bot.Chat;

/// <summary>A platform cannot be reached now, or asks to wait. What was to be sent may have arrived all the same.</summary>
public sealed class ChatUnavailableException : Exception
{
    public ChatUnavailableException(string message)
        : base(message)
    {
    }

    public ChatUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>How long the platform asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
