namespace StakeBot.Bot.Execution;

/// <summary>Wakes the executor before its next planned time.</summary>
internal sealed class ExecutorSignal : IDisposable
{
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

    /// <summary>Waits until somebody wakes it, at most until a time.</summary>
    public async Task WaitAsync(DateTimeOffset? until, TimeProvider time, CancellationToken ct)
    {
        if (until is not { } end)
        {
            await _wakes.WaitAsync(ct);
            return;
        }
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        TimeSpan wait = end - time.GetUtcNow();
        Task delay = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, done.Token);
        await Task.WhenAny(delay, _wakes.WaitAsync(done.Token));
        await done.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    public void Dispose() => _wakes.Dispose();
}
