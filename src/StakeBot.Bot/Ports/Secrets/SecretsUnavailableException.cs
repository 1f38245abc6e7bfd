namespace StakeBot.Bot.Ports.Secrets;

/// <summary>Secrets cannot be kept or read now. The message is one sentence for people, without secrets and keys.</summary>
public sealed class SecretsUnavailableException : Exception
{
    public SecretsUnavailableException(string message)
        : base(message)
    {
    }

    public SecretsUnavailableException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
