namespace StakeBot.Adapters.Secrets;

/// <summary>There is no usable master key. The message is one sentence or two for people, without any key.</summary>
public sealed class MasterKeyException : Exception
{
    public MasterKeyException(string message)
        : base(message)
    {
    }

    public MasterKeyException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
