using Microsoft.Extensions.Time.Testing;

namespace StakeBot.Testing.Discord;

/// <summary>A clock that a test moves, and of which it can learn that somebody has begun to wait: only then is it moved.</summary>
public sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly HashSet<WatchedTimer> _running = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How far somebody has put the wall clock forward; the time that passes is not changed by that.</summary>
    public TimeSpan WallClockJump { get; set; }

    /// <summary>How many waits are under way.</summary>
    public int Waits
    {
        get
        {
            lock (_gate)
                return _running.Count(timer => timer.IsRunning);
        }
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallClockJump;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        WatchedTimer watched = new(this);
        ITimer timer = base.CreateTimer(watched.Fire, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watched.Begin(timer, callback, state);
        watched.Change(dueTime, period);
        return watched;
    }

    /// <summary>Waits until somebody waits for exactly so long from now on, and then lets it pass.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await BeginsAsync(wait);
        Advance(wait);
    }

    /// <summary>Waits until somebody waits for exactly so long from now on.</summary>
    public async Task BeginsAsync(TimeSpan wait)
    {
        DateTimeOffset due = Passed + wait;
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_running.Any(timer => timer.IsRunning && timer.Due == due))
                    return;
                changed = _changed.Task;
            }
            await Guard.Soon(changed, () => $"Nobody waits for {wait}; waited for is {Waited()}.");
        }
    }

    private DateTimeOffset Passed => base.GetUtcNow();

    private string Waited()
    {
        lock (_gate)
            return string.Join(", ", _running.Where(timer => timer.IsRunning).Select(timer => $"{timer.Due - Passed}"));
    }

    private void Note(WatchedTimer timer, bool isGone)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _ = isGone ? _running.Remove(timer) : _running.Add(timer);
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.SetResult();
    }

    private sealed class WatchedTimer(WatchedTime time) : ITimer
    {
        private ITimer _timer = null!;
        private TimerCallback _callback = null!;
        private object? _state;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool IsRunning => Due is not null;

        public void Begin(ITimer timer, TimerCallback callback, object? state)
        {
            _timer = timer;
            _callback = callback;
            _state = state;
        }

        public void Fire(object? _)
        {
            Due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : Due + _period;
            if (Due is null)
                time.Note(this, isGone: true);
            _callback(_state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.Passed + dueTime;
            bool changed = _timer.Change(dueTime, period);
            time.Note(this, isGone: Due is null);
            return changed;
        }

        public void Dispose()
        {
            Due = null;
            _timer.Dispose();
            time.Note(this, isGone: true);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
