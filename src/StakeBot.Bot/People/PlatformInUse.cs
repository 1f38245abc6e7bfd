namespace StakeBot.Bot.People;

/// <summary>A platform on which others than the machine's own user can reach the bot.</summary>
/// <param name="Platform">The platform, such as <c>telegram</c>.</param>
/// <param name="Configured">Whether it is switched on.</param>
/// <param name="OwnerId">The owner's numeric id there, when the configuration names it.</param>
public sealed record PlatformInUse(string Platform, bool Configured, string? OwnerId)
{
    /// <summary>Whether the configuration names this identity the owner.</summary>
    internal bool Names(PlatformIdentity identity) =>
        Configured && OwnerId is not null && identity.Platform == Platform && identity.Id == OwnerId;
}
