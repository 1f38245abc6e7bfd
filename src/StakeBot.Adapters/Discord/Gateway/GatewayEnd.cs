namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>What follows on the end of a connection.</summary>
internal enum Next
{
    /// <summary>The session goes on: nothing is missed.</summary>
    Resume,

    /// <summary>The session is over: what comes until the next one is ready is lost.</summary>
    NewSession,

    /// <summary>No further connection: a person must mend something.</summary>
    Never,

    /// <summary>No further connection: the process ends.</summary>
    Stop,
}

/// <summary>How a connection ended.</summary>
/// <param name="Next">What follows.</param>
/// <param name="Cause">Why, in words without a full stop.</param>
internal sealed record GatewayEnd(Next Next, string Cause)
{
    /// <summary>The close code that Discord is sent; null when the connection is gone already.</summary>
    public int? CloseWith { get; init; }

    /// <summary>The close code that Discord sent.</summary>
    public int? Code { get; init; }

    /// <summary>The least wait before the next connection.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Whether Discord asked for the next connection at once.</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>Whether it never came to a hello: then the address may be wrong.</summary>
    public bool IsUnreached { get; init; }
}
