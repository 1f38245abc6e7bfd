namespace StakeBot.Adapters.Web;

/// <summary>Where the local web chat listens.</summary>
public sealed record WebOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Web";

    /// <summary>An address of this machine that no other machine can reach.</summary>
    [LoopbackAddress]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>0 takes any free port. A port that is taken gives way to the next free one.</summary>
    [Port]
    public int Port { get; set; } = 5080;

    /// <summary>
    /// Whether the chat is open. Nothing: only while no chat platform is configured, because it has no login and is never a fall-back for one. The page on which
    /// a key is entered is open either way.
    /// </summary>
    public bool? Chat { get; set; }
}
