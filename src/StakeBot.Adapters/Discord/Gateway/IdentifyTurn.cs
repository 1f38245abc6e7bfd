namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>The right to begin one session.</summary>
internal sealed class IdentifyTurn(Action use, Action release) : IDisposable
{
    private int _isOver;

    /// <summary>The session is being begun.</summary>
    public void Use()
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
            throw new InvalidOperationException("This turn is over.");
        use();
        release();
    }

    /// <summary>Lets it go.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
            release();
    }
}
