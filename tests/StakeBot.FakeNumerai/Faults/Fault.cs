namespace StakeBot.NumeraiFake.Faults;

/// <summary>What a client gets to see instead of a proper answer.</summary>
public enum FaultReply
{
    /// <summary>The proper answer after all.</summary>
    Proper,

    /// <summary>Nothing, ever: the client's own patience ends it.</summary>
    Silence,

    /// <summary>The connection is closed in order, without an answer.</summary>
    Close,

    /// <summary>The connection is reset after the request was read.</summary>
    Reset,

    /// <summary>A status with the error page of a proxy.</summary>
    Status,

    /// <summary>Status 200 with an HTML page.</summary>
    Html,

    /// <summary>Status 200 with the first half of the proper answer.</summary>
    Truncated,

    /// <summary>Status 200 with bytes that are no text.</summary>
    Garbage,

    /// <summary>The proper data, and an error beside them.</summary>
    DataAndErrors,

    /// <summary>The proper answer with another amount.</summary>
    OtherAmount,

    /// <summary>Status 200 with an error instead of data.</summary>
    Error,

    /// <summary>Status 429.</summary>
    TooMany,
}

/// <summary>What happens to the account while the client sees that.</summary>
public enum FaultEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The change is applied.</summary>
    Applied,

    /// <summary>The change is applied some time later.</summary>
    AppliedLater,
}

/// <summary>One answer that goes wrong.</summary>
/// <param name="Reply">What the client sees.</param>
/// <param name="Effect">What happens to the account.</param>
public sealed record Fault(FaultReply Reply, FaultEffect Effect = FaultEffect.None)
{
    /// <summary>The status of <see cref="FaultReply.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The text of <see cref="FaultReply.Error"/> and <see cref="FaultReply.DataAndErrors"/>.</summary>
    public string Message { get; init; } = "Internal server error";

    /// <summary>How much later <see cref="FaultEffect.AppliedLater"/> is.</summary>
    public TimeSpan Later { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What <see cref="FaultReply.TooMany"/> asks to wait; null says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
