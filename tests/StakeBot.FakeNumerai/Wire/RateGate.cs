using System.Collections.Concurrent;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>The published limits, per operation: so many in a window that slides.</summary>
internal sealed class RateGate(TimeProvider time)
{
    private static readonly Dictionary<string, (int Most, TimeSpan Window)> Limits = new()
    {
        ["account"] = PerMinute(1000),
        ["model"] = PerMinute(500),
        ["v2RoundModelPerformances"] = PerMinute(500),
        ["submissionScores"] = PerMinute(300),
        ["v3UserProfile"] = PerMinute(300),
        ["stakeTransactions"] = PerMinute(300),
        ["rounds"] = PerMinute(250),
        ["v2Leaderboard"] = PerMinute(200),
        ["v3StakeRound"] = PerMinute(120),
        ["v3StakeAuth"] = PerMinute(120),
        ["v3StakeClaim"] = PerMinute(120),
        ["v3StakeClaims"] = PerMinute(120),
        ["roundDetails"] = PerMinute(100),
        ["v2SignalsProfile"] = PerMinute(100),
        ["accountProfile"] = PerMinute(100),
        ["pendingModelPayouts"] = PerMinute(100),
        ["submissions"] = PerMinute(100),
        ["latestNmrPrice"] = PerMinute(100),
        ["apiTokenInfo"] = PerMinute(100),
        ["v3StakeConfig"] = PerMinute(60),
        ["pipelineStatus"] = PerMinute(20),
        ["v2ChangeStake"] = (1, TimeSpan.FromMilliseconds(500)),
        ["increaseStake"] = (1, TimeSpan.FromMilliseconds(500)),
        ["releaseStake"] = (1, TimeSpan.FromMilliseconds(500)),
        ["cancelPendingStakeRelease"] = (1, TimeSpan.FromSeconds(1)),
    };

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _taken = new();

    /// <summary>How long to wait; null when the operation may go on.</summary>
    public TimeSpan? Refuse(string operation)
    {
        if (!Limits.TryGetValue(operation, out (int Most, TimeSpan Window) limit))
            return null;
        Queue<DateTimeOffset> taken = _taken.GetOrAdd(operation, _ => new Queue<DateTimeOffset>());
        DateTimeOffset now = time.GetUtcNow();
        lock (taken)
        {
            while (taken.TryPeek(out DateTimeOffset oldest) && oldest + limit.Window <= now)
                taken.Dequeue();
            if (taken.Count >= limit.Most)
                return taken.Peek() + limit.Window - now;
            taken.Enqueue(now);
            return null;
        }
    }

    private static (int, TimeSpan) PerMinute(int most) => (most, TimeSpan.FromMinutes(1));
}
