namespace StakeBot.Adapters.Store.Transfer;

/// <summary>A backup or an export cannot be taken in. The message is a sentence or two for people.</summary>
public sealed class StoreTransferException : Exception
{
    public StoreTransferException(string message)
        : base(message)
    {
    }

    public StoreTransferException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
