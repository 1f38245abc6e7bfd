namespace StakeBot.Bot.Ports;

/// <summary>There are no exchange rates now. The message is one sentence for people.</summary>
public sealed class RatesUnavailableException : Exception
{
    public RatesUnavailableException(string message)
        : base(message)
    {
    }

    public RatesUnavailableException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
