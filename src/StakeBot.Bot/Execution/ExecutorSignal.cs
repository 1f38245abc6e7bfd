namespace StakeBot.Bot.Execution;

/// <summary>Wakes the executor before its next planned time.</summary>
internal sealed class ExecutorSignal : IDisposable
{
    // A timer cannot wait for 50 days, and a release can be due in 90.
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _wakes = new(0, 1);

    public void Wake()
    {
        try
        {
            _wakes.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been woken already and will look at everything.
        }
    }

    /// <summary>Waits until somebody wakes it, at most until a time, and never longer than an hour for a time.</summary>
    public async Task WaitAsync(DateTimeOffset? until, TimeProvider time, CancellationToken ct)
    {
        if (until is not { } end)
        {
            await _wakes.WaitAsync(ct);
            return;
        }
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        TimeSpan wait = end - time.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > WaitsAtMost ? WaitsAtMost : wait;
        Task delay = Task.Delay(wait, time, done.Token);
        await Task.WhenAny(delay, _wakes.WaitAsync(done.Token));
        await done.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    public void Dispose() => _wakes.Dispose();
}
