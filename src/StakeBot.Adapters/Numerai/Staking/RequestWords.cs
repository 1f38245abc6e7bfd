using StakeBot.Bot.Ports.Staking;

namespace StakeBot.Adapters.Numerai.Staking;

/// <summary>What Numerai calls the two ways in which a stake changes.</summary>
internal static class RequestWords
{
    public static string Of(StakeChangeKind kind) => kind switch
    {
        StakeChangeKind.Increase => "increase",
        StakeChangeKind.Decrease => "decrease",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of change."),
    };

    /// <summary>Reads the word; null when it is none of the two.</summary>
    public static StakeChangeKind? Kind(string? word) => word?.ToLowerInvariant() switch
    {
        "increase" => StakeChangeKind.Increase,
        "decrease" => StakeChangeKind.Decrease,
        _ => null,
    };
}
