namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>What is known of the connection to Discord, or of all of them together.</summary>
internal sealed class GatewayState(Monotonic clock, int shards)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, GatewayPhase> _phases = [];
    private volatile DiscordApplication? _application;
    private volatile string? _botUser;
    private TimeSpan? _notReadySince = clock.Now;

    /// <summary>Whose token it is; null until Discord has said so.</summary>
    public DiscordApplication? Application
    {
        get => _application;
        set => _application = value;
    }

    /// <summary>The id of the bot as a user; null until the first session.</summary>
    public string? BotUser
    {
        get => _botUser;
        set => _botUser = value;
    }

    /// <summary>Whether whatever people do arrives, on all connections.</summary>
    public bool IsReady => NotReadyFor is null;

    /// <summary>For how long it has not; null when it does.</summary>
    public TimeSpan? NotReadyFor
    {
        get
        {
            lock (_gate)
                return clock.Now - _notReadySince;
        }
    }

    public GatewayPhase PhaseOf(int shard)
    {
        lock (_gate)
            return _phases.GetValueOrDefault(shard);
    }

    public void Enter(int shard, GatewayPhase phase)
    {
        lock (_gate)
        {
            _phases[shard] = phase;
            bool isReady = _phases.Values.Count(each => each == GatewayPhase.Ready) == shards;
            _notReadySince = isReady ? null : _notReadySince ?? clock.Now;
        }
    }
}
