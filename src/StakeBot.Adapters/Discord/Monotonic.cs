namespace StakeBot.Adapters.Discord;

/// <summary>Time as it passes, whatever is done to the machine's wall clock meanwhile.</summary>
internal sealed class Monotonic(TimeProvider time)
{
    private readonly long _origin = time.GetTimestamp();

    /// <summary>Since this clock was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Waits at least so long; nothing and less is no wait.</summary>
    public Task DelayAsync(TimeSpan wait, CancellationToken ct) => wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(WholeMilliseconds(wait), time, ct);

    /// <summary>Waits for a signal, but not longer than so long.</summary>
    public async Task WaitAsync(Task signal, TimeSpan most, CancellationToken ct)
    {
        if (most == Timeout.InfiniteTimeSpan)
        {
            await signal.WaitAsync(ct);
            return;
        }
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(signal, DelayAsync(most, over.Token));
        ct.ThrowIfCancellationRequested();
        await over.CancelAsync();
    }

    /// <summary>Is cancelled after so long.</summary>
    public CancellationTokenSource Limit(TimeSpan most) => new(most, time);

    // Timers cut off what is below a millisecond: a wait that is cut to nothing would be no wait at all.
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
