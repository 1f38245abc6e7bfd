namespace StakeBot.Bot.People;

/// <summary>
/// The machine's own user owns the bot: whoever can open the address printed on the console, or type on it, is the owner.
/// Identities of any other platform are strangers.
/// </summary>
internal sealed class LocalOwner : IPeople
{
    /// <summary>The platforms that only the machine's own user can reach.</summary>
    public static readonly IReadOnlySet<string> Platforms = new HashSet<string> { "web", "console" };

    public Role RoleOf(PlatformIdentity identity) => Platforms.Contains(identity.Platform) ? Role.Owner : Role.Anyone;
}
