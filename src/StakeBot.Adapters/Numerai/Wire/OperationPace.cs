namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>
/// Keeps one operation within its published limit: so many starts in a window that slides. The limiters of the base library run on the machine's
/// clock alone, which no test could move.
/// </summary>
internal sealed class OperationPace
{
    // The server's clock and ours do not agree on when a request arrived.
    private const double Margin = 1.1;
    private const int WindowsUntilFaster = 10;

    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _starts = [];
    private readonly TimeProvider _time;
    private readonly int _most;
    private readonly TimeSpan _window;
    private readonly long _origin;
    private TimeSpan _notBefore;
    private TimeSpan _changedAt;
    private int _allowed;

    public OperationPace(int most, TimeSpan window, TimeProvider time)
    {
        _time = time;
        _most = _allowed = most;
        _window = window * Margin;
        _origin = time.GetTimestamp();
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Waits for the next start that is free; whoever asked first goes first.</summary>
    public Task WaitAsync(CancellationToken ct)
    {
        TimeSpan wait = Reserve();
        return wait > TimeSpan.Zero ? Task.Delay(wait, _time, ct) : Task.CompletedTask;
    }

    /// <summary>Numerai said that it was too many: waits as long as it asks, and then asks half as often for a while.</summary>
    public void Slow(TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            _notBefore = Now + (retryAfter ?? _window);
            _allowed = Math.Max(1, _allowed / 2);
            _changedAt = _notBefore;
        }
    }

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            _starts.RemoveAll(start => start + _window <= now);
            if (_allowed < _most && now >= _changedAt + _window * WindowsUntilFaster)
            {
                _allowed = Math.Min(_most, _allowed * 2);
                _changedAt = now;
            }
            TimeSpan start = now > _notBefore ? now : _notBefore;
            if (_starts.Count >= _allowed && _starts[^_allowed] + _window > start)
                start = _starts[^_allowed] + _window;
            _starts.Add(start);
            return start - now;
        }
    }
}
