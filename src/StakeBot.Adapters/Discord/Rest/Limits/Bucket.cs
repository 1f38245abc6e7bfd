namespace StakeBot.Adapters.Discord.Rest.Limits;

/// <summary>
/// One of Discord's limits: so many requests in a window, as the answers tell it. Before the first answer one request is on its way at a time.
/// Whoever asked first goes first.
/// </summary>
internal sealed class Bucket(Monotonic clock)
{
    private readonly Lock _gate = new();
    private Task _lastInLine = Task.CompletedTask;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _limit;
    private int _remaining;
    private int _underWay;
    private TimeSpan? _resetAt;
    private TimeSpan _notBefore;
    private TimeSpan _lastUsed = clock.Now;
    private bool _isMerged;

    /// <summary>Since when nobody has used it; null while somebody does.</summary>
    public TimeSpan? IdleSince
    {
        get
        {
            lock (_gate)
                return _underWay == 0 && _lastInLine.IsCompleted && _notBefore <= clock.Now ? _lastUsed : null;
        }
    }

    /// <summary>Waits until a request may go out.</summary>
    /// <returns>False when this limit turned out to be another one: ask again.</returns>
    public async Task<bool> EnterAsync(CancellationToken ct)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before = Interlocked.Exchange(ref _lastInLine, done.Task);
        try
        {
            await before.WaitAsync(ct);
            while (true)
            {
                Task changed;
                TimeSpan wait;
                lock (_gate)
                {
                    if (_isMerged)
                        return false;
                    wait = UntilFree(clock.Now);
                    if (wait == TimeSpan.Zero)
                    {
                        _underWay++;
                        _remaining--;
                        return true;
                    }
                    changed = _changed.Task;
                }
                await clock.WaitAsync(changed, wait, ct);
            }
        }
        finally
        {
            // Who gives up in the line keeps his place until it comes, so that nobody overtakes.
            _ = before.ContinueWith(_ => done.SetResult(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>A request is over.</summary>
    /// <param name="headers">What its answer said of this limit; null when there was no answer, it said nothing, or it spoke of another limit.</param>
    public void Leave(LimitHeaders? headers) => Change(() =>
    {
        _underWay--;
        if (headers is not null)
            Learn(headers);
    });

    /// <summary>Takes over what the answer to a request said that had entered elsewhere.</summary>
    public void Note(LimitHeaders headers) => Change(() => Learn(headers));

    /// <summary>Holds everything up.</summary>
    public void Hold(TimeSpan wait) => Change(() => _notBefore = Later(_notBefore, clock.Now + wait));

    /// <summary>Sends whoever waits here to the limit that this one turned out to be.</summary>
    public void Merge() => Change(() => _isMerged = true);

    /// <summary>Marks it as in use, so that it is not taken for forgotten.</summary>
    public void Touch()
    {
        lock (_gate)
            _lastUsed = clock.Now;
    }

    private TimeSpan UntilFree(TimeSpan now)
    {
        if (_notBefore > now)
            return _notBefore - now;
        if (_limit is not { } limit)
            return _underWay == 0 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        if (_resetAt <= now)
        {
            // A new window. Those under way may count in it: only their answers will tell.
            _remaining = limit - _underWay;
            _resetAt = null;
        }
        else if (_resetAt is null && _underWay == 0)
        {
            _remaining = limit;
        }
        return _remaining > 0 ? TimeSpan.Zero : _resetAt - now ?? Timeout.InfiniteTimeSpan;
    }

    private void Learn(LimitHeaders headers)
    {
        TimeSpan now = clock.Now;
        bool isSameWindow = _limit is not null && _resetAt > now;
        _remaining = isSameWindow ? Math.Min(_remaining, headers.Remaining) : headers.Remaining - _underWay;
        _limit = headers.Limit;
        _resetAt = now + headers.ResetAfter;
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            _lastUsed = clock.Now;
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.SetResult();
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
