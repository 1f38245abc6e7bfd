namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Tells Discord that we are there, and notices when Discord is not.</summary>
internal sealed class Heartbeat(GatewayWriter writer, Func<long?> sequence, Monotonic clock, DiscordMetrics metrics)
{
    private readonly Lock _gate = new();
    private bool _isAwaited;
    private TimeSpan _sentAt;

    /// <summary>Beats until a beat was not acknowledged by the time the next is due: the connection is dead, whatever the network says.</summary>
    /// <param name="random">From 0 to 1: where in the first interval the first beat is, so that not everybody beats at once after an outage.</param>
    /// <param name="atEachBeat">What else is to be looked at now and then.</param>
    public async Task RunAsync(TimeSpan interval, double random, Action atEachBeat, CancellationToken ct)
    {
        TimeSpan due = clock.Now + (interval * random);
        while (true)
        {
            await clock.DelayAsync(due - clock.Now, ct);
            if (!TryBegin())
                return;
            writer.TryBeat(GatewayFrames.Heartbeat(sequence()));
            atEachBeat();
            due += interval;
        }
    }

    /// <summary>Beats because Discord asks for it.</summary>
    public void BeatNow() => writer.TrySend(GatewayFrames.Heartbeat(sequence()));

    /// <summary>Discord has heard us.</summary>
    public void Acknowledge()
    {
        lock (_gate)
        {
            if (_isAwaited)
                metrics.Acknowledged(clock.Now - _sentAt);
            _isAwaited = false;
        }
    }

    private bool TryBegin()
    {
        lock (_gate)
        {
            if (_isAwaited)
                return false;
            _isAwaited = true;
            _sentAt = clock.Now;
            return true;
        }
    }
}
