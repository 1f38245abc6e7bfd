namespace StakeBot.Bot.People;

/// <summary>What is counted, and how much of it there may be.</summary>
internal sealed record Rate(string Name, int Most, TimeSpan Within)
{
    public static readonly Rate Commands = new("commands", 20, TimeSpan.FromMinutes(1));
    public static readonly Rate Proposals = new("proposals", 5, TimeSpan.FromHours(1));
    public static readonly Rate WrongCodes = new("wrong codes", 10, TimeSpan.FromDays(1));
    public static readonly Rate RecordedRefusals = new("recorded refusals", 10, TimeSpan.FromDays(1));
}

/// <summary>What a limit says to one more.</summary>
internal enum RateAnswer
{
    /// <summary>It may happen, and was counted.</summary>
    Allowed,

    /// <summary>It may not; the person is told.</summary>
    Refused,

    /// <summary>It may not, and the person has been told three times in a row.</summary>
    Silent,
}

/// <summary>How often one person may do something, counted over the time just past. Forgotten when the process ends.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int TellAtMost = 3;
    private const int RememberAtMost = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Who, string What), Counted> _counted = [];

    /// <summary>Counts one more if it may be.</summary>
    public RateAnswer Take(string who, Rate rate)
    {
        lock (_gate)
        {
            Counted counted = Of(who, rate);
            if (counted.Times.Count < rate.Most)
            {
                counted.Times.Enqueue(time.GetUtcNow());
                counted.RefusedInARow = 0;
                return RateAnswer.Allowed;
            }
            counted.RefusedInARow = Math.Min(counted.RefusedInARow + 1, TellAtMost + 1);
            return counted.RefusedInARow > TellAtMost ? RateAnswer.Silent : RateAnswer.Refused;
        }
    }

    /// <summary>Whether one more would be allowed; counts nothing.</summary>
    public bool HasRoom(string who, Rate rate) => Count(who, rate) < rate.Most;

    /// <summary>How often it happened within the time that counts.</summary>
    public int Count(string who, Rate rate)
    {
        lock (_gate)
            return Of(who, rate).Times.Count;
    }

    private Counted Of(string who, Rate rate)
    {
        if (_counted.Count > RememberAtMost)
            Forget();
        if (!_counted.TryGetValue((who, rate.Name), out Counted? counted))
            _counted[(who, rate.Name)] = counted = new Counted(rate.Within);
        counted.Expire(time.GetUtcNow());
        return counted;
    }

    private void Forget()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (((string Who, string What) key, Counted counted) in _counted.ToArray())
        {
            counted.Expire(now);
            if (counted.Times.Count == 0)
                _counted.Remove(key);
        }
    }

    private sealed class Counted(TimeSpan within)
    {
        public Queue<DateTimeOffset> Times { get; } = new();

        public int RefusedInARow { get; set; }

        public void Expire(DateTimeOffset now)
        {
            while (Times.TryPeek(out DateTimeOffset first) && now - first >= within)
                Times.Dequeue();
        }
    }
}
