namespace StakeBot.Adapters.Store;

/// <summary>The store cannot be opened. The message is a sentence or two for people.</summary>
public class StoreStartException : Exception
{
    public StoreStartException(string message)
        : base(message)
    {
    }

    public StoreStartException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
