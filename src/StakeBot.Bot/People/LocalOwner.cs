namespace StakeBot.Bot.People;

/// <summary>
/// The machine's own user owns the bot: whoever can open the address printed on the console, or type on it, is the owner.
/// </summary>
internal static class LocalOwner
{
    /// <summary>The platforms that only the machine's own user can reach.</summary>
    public static readonly IReadOnlySet<string> Platforms = new HashSet<string> { "web", "console" };

    /// <summary>Whether somebody sits at this machine.</summary>
    public static bool Is(PlatformIdentity identity) => Platforms.Contains(identity.Platform);
}
