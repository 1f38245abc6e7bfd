namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Discord cannot be reached now, is out of order or asks to wait. What was sent may have been done all the same.</summary>
internal sealed class DiscordUnavailableException : Exception
{
    public DiscordUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>How long Discord asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
