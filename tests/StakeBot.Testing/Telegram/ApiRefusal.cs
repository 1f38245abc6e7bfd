namespace StakeBot.Testing.Telegram;

/// <summary>A request that Telegram would refuse.</summary>
internal sealed class ApiRefusal(int code, string description) : Exception(description)
{
    public int Code { get; } = code;

    /// <summary>How long it asks to wait.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The id that the group has now.</summary>
    public long? MigrateTo { get; init; }

    public static ApiRefusal Bad(string what) => new(400, $"Bad Request: {what}");
}
