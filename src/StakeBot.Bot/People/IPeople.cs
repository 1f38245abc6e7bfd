namespace StakeBot.Bot.People;

/// <summary>Who has which role.</summary>
public interface IPeople
{
    /// <summary>The role of whoever the platform says it is; <see cref="Role.Anyone"/> for a stranger.</summary>
    Role RoleOf(PlatformIdentity identity);
}
