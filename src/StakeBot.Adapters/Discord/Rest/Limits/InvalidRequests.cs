namespace StakeBot.Adapters.Discord.Rest.Limits;

/// <summary>Counts what Discord counts as invalid: 10,000 in ten minutes ban the address of this machine.</summary>
internal sealed class InvalidRequests(Monotonic clock)
{
    public const int Worrying = 500;
    public const int TooMany = 2000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan> _at = new();

    /// <summary>One more.</summary>
    /// <returns>How many there are in the window now.</returns>
    public int Add()
    {
        lock (_gate)
        {
            Forget();
            _at.Enqueue(clock.Now);
            return _at.Count;
        }
    }

    /// <summary>How long nothing is to be sent that nobody waits for; null when it may be.</summary>
    public TimeSpan? Closed
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return _at.Count < TooMany ? null : _at.Peek() + Window - clock.Now;
            }
        }
    }

    private void Forget()
    {
        while (_at.TryPeek(out TimeSpan oldest) && oldest + Window <= clock.Now)
            _at.Dequeue();
    }
}
