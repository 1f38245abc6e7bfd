namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>
/// How often new sessions may be begun: one at a time, five seconds apart, and a hundred a day for each connection. Discord takes 1,000 a day and then
/// takes the token away. Its own count, asked at each start, is what a process that starts again and again has in common with itself.
/// </summary>
internal sealed class IdentifyBudget(Monotonic clock, int shards) : IDisposable
{
    public const int MostADay = 100;

    private const int Few = 50;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FarApart = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan> _begun = new();
    private int _earlier;
    private TimeSpan _earlierUntil;
    private TimeSpan _apart = Apart;
    private TimeSpan _notBefore;

    /// <summary>Sessions of the last day, those of earlier runs included.</summary>
    public int Begun
    {
        get
        {
            lock (_gate)
            {
                while (_begun.TryPeek(out TimeSpan oldest) && oldest + Day <= clock.Now)
                    _begun.Dequeue();
                return _begun.Count + (clock.Now < _earlierUntil ? _earlier : 0);
            }
        }
    }

    /// <summary>Whether another session would be one too many.</summary>
    public bool IsUsedUp => Begun >= MostADay * shards;

    /// <summary>What Discord says of its own count.</summary>
    public void Told(int total, int remaining, TimeSpan resetAfter)
    {
        lock (_gate)
        {
            // What this process has begun is in Discord's count too.
            _earlier = Math.Max(0, total - remaining - _begun.Count);
            _earlierUntil = clock.Now + resetAfter;
            _apart = remaining < Few ? FarApart : Apart;
            if (remaining == 0)
                _notBefore = clock.Now + resetAfter;
        }
    }

    /// <summary>Waits until a session may be begun; nobody else begins one until what is returned is used or let go.</summary>
    public async Task<IdentifyTurn> TurnAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await clock.DelayAsync(UntilFree(), ct);
            return new IdentifyTurn(Use, () => _one.Release());
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    public void Dispose() => _one.Dispose();

    private TimeSpan UntilFree()
    {
        lock (_gate)
        {
            TimeSpan spaced = _begun.Count == 0 ? TimeSpan.Zero : _begun.Last() + _apart;
            return (spaced > _notBefore ? spaced : _notBefore) - clock.Now;
        }
    }

    private void Use()
    {
        lock (_gate)
            _begun.Enqueue(clock.Now);
    }
}
