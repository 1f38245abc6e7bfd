namespace StakeBot.Adapters.Discord.Rest.Limits;

/// <summary>
/// Which limit a request belongs to. Discord names it in its answers; until then it is taken to be one per address and major parameter. Different
/// addresses can turn out to share one.
/// </summary>
internal sealed class RouteLimits(Monotonic clock)
{
    private const int EntersBetweenSweeps = 256;

    // The token of an interaction, with which many limits end, lives a quarter of an hour.
    private static readonly TimeSpan KeptIdle = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<(string Name, string Major), Bucket> _buckets = [];
    private int _enters;

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Waits until a request may go out; what is returned is handed to <see cref="Leave"/>.</summary>
    public async Task<Bucket> EnterAsync(Route route, CancellationToken ct)
    {
        while (true)
        {
            Bucket bucket = Find(route);
            if (await bucket.EnterAsync(ct))
                return bucket;
        }
    }

    /// <summary>A request is over.</summary>
    public void Leave(Route route, Bucket bucket, LimitHeaders? headers)
    {
        Bucket told = headers?.Bucket is { } name ? Name(route, bucket, name) : bucket;
        if (told == bucket)
        {
            bucket.Leave(headers);
            return;
        }
        bucket.Leave(null);
        told.Note(headers!);
    }

    private Bucket Find(Route route)
    {
        lock (_gate)
        {
            if (++_enters % EntersBetweenSweeps == 0)
                Sweep();
            (string, string) key = (_names.GetValueOrDefault(Template(route), Template(route)), route.Major);
            if (!_buckets.TryGetValue(key, out Bucket? bucket))
                _buckets.Add(key, bucket = new Bucket(clock));
            bucket.Touch();
            return bucket;
        }
    }

    private Bucket Name(Route route, Bucket bucket, string name)
    {
        lock (_gate)
        {
            _names[Template(route)] = name;
            if (_buckets.TryGetValue((name, route.Major), out Bucket? known))
            {
                if (known != bucket)
                    bucket.Merge();
                return known;
            }
            _buckets.Remove((Template(route), route.Major));
            _buckets.Add((name, route.Major), bucket);
            return bucket;
        }
    }

    private void Sweep()
    {
        TimeSpan oldest = clock.Now - KeptIdle;
        foreach (((string, string) key, Bucket bucket) in _buckets)
        {
            if (bucket.IdleSince < oldest)
                _buckets.Remove(key);
        }
    }

    private static string Template(Route route) => route.ToString();
}
