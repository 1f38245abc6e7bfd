namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Discord ends a connection that is sent more than 120 events in a minute. Five of them are kept for heartbeats.</summary>
internal sealed class SendGate(Monotonic clock)
{
    public const int Most = 120;
    public const int KeptForHeartbeats = 5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<TimeSpan> _sent = new();

    /// <summary>How long anything but a heartbeat has to wait.</summary>
    public TimeSpan Wait
    {
        get
        {
            Forget();
            return _sent.Count < Most - KeptForHeartbeats ? TimeSpan.Zero : _sent.ElementAt(_sent.Count - Most + KeptForHeartbeats) + Window - clock.Now;
        }
    }

    /// <summary>Something was sent.</summary>
    public void Count() => _sent.Enqueue(clock.Now);

    private void Forget()
    {
        while (_sent.TryPeek(out TimeSpan oldest) && oldest + Window <= clock.Now)
            _sent.Dequeue();
    }
}
