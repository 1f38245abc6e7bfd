using System.Collections.Concurrent;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>The published limits, per operation and shared by everything that this process asks (read by others on 2026-07-20).</summary>
internal sealed class Pacing(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, OperationPace> _paces = new();

    /// <summary>The pace of an operation, by the field of the root that it asks for.</summary>
    public OperationPace Of(string field) => _paces.GetOrAdd(field, Create);

    private OperationPace Create(string field)
    {
        (int most, TimeSpan window) = LimitOf(field);
        return new OperationPace(most, window, time);
    }

    private static (int Most, TimeSpan Window) LimitOf(string field) => field switch
    {
        "account" => PerMinute(1000),
        "v2RoundModelPerformances" => PerMinute(500),
        "v3UserProfile" or "stakeTransactions" => PerMinute(300),
        "rounds" => PerMinute(250),
        // Published for rounds and for a single claim; all claims of an address are taken to be as one.
        "v3StakeRound" or "v3StakeClaims" => PerMinute(120),
        "v2SignalsProfile" or "pendingModelPayouts" or "latestNmrPrice" or "apiTokenInfo" => PerMinute(100),
        "v3StakeConfig" => PerMinute(60),
        "pipelineStatus" => PerMinute(20),
        "v2ChangeStake" => (1, TimeSpan.FromMilliseconds(500)),
        _ => PerMinute(10),
    };

    private static (int, TimeSpan) PerMinute(int most) => (most, TimeSpan.FromMinutes(1));
}
