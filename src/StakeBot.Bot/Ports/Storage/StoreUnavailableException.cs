namespace StakeBot.Bot.Ports.Storage;

/// <summary>The store cannot be used now. What was asked may have been written all the same: read before deciding.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
