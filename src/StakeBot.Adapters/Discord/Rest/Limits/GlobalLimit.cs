namespace StakeBot.Adapters.Discord.Rest.Limits;

/// <summary>The limit over everything: Discord takes 50 requests a second, this keeps to 45 in any second.</summary>
internal sealed class GlobalLimit(Monotonic clock)
{
    public const int Most = 45;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan> _starts = new();
    private TimeSpan _notBefore;
    private TimeSpan _nothingBefore;

    /// <summary>Waits for the next start that is free; whoever asked first goes first.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        TimeSpan start = Reserve();
        while (Later(start, _notBefore) is var at && at > clock.Now)
            await clock.DelayAsync(at - clock.Now, ct);
    }

    /// <summary>Waits only for what holds up everything, the answers to interactions too.</summary>
    public async Task WaitForAllAsync(CancellationToken ct)
    {
        while (_nothingBefore > clock.Now)
            await clock.DelayAsync(_nothingBefore - clock.Now, ct);
    }

    /// <summary>Holds up the bot's own requests, and everything when the answers to interactions are meant too.</summary>
    public void Hold(TimeSpan wait, bool everything)
    {
        lock (_gate)
        {
            _notBefore = Later(_notBefore, clock.Now + wait);
            if (everything)
                _nothingBefore = Later(_nothingBefore, clock.Now + wait);
        }
    }

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            TimeSpan start = Later(clock.Now, _notBefore);
            if (_starts.Count == Most)
                start = Later(start, _starts.Dequeue() + Window);
            _starts.Enqueue(start);
            return start;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
