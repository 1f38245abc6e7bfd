namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>A few at once, then one in a while. Not safe for several threads at once.</summary>
/// <param name="capacity">How many at once.</param>
/// <param name="refill">How long one takes to come back.</param>
internal sealed class Bucket(int capacity, TimeSpan refill)
{
    private DateTimeOffset _heldUntil;

    // When all that was taken will have come back.
    private DateTimeOffset _fullAt;

    /// <summary>Takes a turn; turns are given in the order of asking.</summary>
    /// <param name="notBefore">The time.</param>
    /// <param name="left">How many of those at once are left to others.</param>
    /// <returns>When it is.</returns>
    public DateTimeOffset Take(DateTimeOffset notBefore, int left)
    {
        DateTimeOffset start = notBefore > _heldUntil ? notBefore : _heldUntil;
        TimeSpan wait = _fullAt - start - (refill * (capacity - 1 - left));
        DateTimeOffset turn = wait > TimeSpan.Zero ? start + wait : start;
        _fullAt = (_fullAt > turn ? _fullAt : turn) + refill;
        return turn;
    }

    /// <summary>Lets nothing through until then.</summary>
    public void Hold(DateTimeOffset until) => _heldUntil = until > _heldUntil ? until : _heldUntil;

    /// <summary>Until when nothing goes through.</summary>
    public DateTimeOffset HeldUntil => _heldUntil;

    /// <summary>Whether it is as good as a new one.</summary>
    public bool IsFresh(DateTimeOffset now) => _fullAt <= now && _heldUntil <= now;
}
