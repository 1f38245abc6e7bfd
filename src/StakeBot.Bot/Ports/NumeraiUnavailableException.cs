namespace StakeBot.Bot.Ports;

/// <summary>The account cannot be read now. The message is one sentence for people, without secrets.</summary>
public sealed class NumeraiUnavailableException : Exception
{
    public NumeraiUnavailableException(string message)
        : base(message)
    {
    }

    public NumeraiUnavailableException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
