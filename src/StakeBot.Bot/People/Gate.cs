namespace StakeBot.Bot.People;

/// <summary>Decides who may give which command. Denies by default.</summary>
internal sealed class Gate(IPeople people)
{
    /// <summary>The person behind an identity.</summary>
    public Person Admit(PlatformIdentity identity) => new(identity, people.RoleOf(identity));

    /// <summary>Why he may not; null when he may.</summary>
    public static string? Refusal(Person person, Role needed)
    {
        if (person.Role >= needed)
            return null;
        return person.Role == Role.Anyone
            ? "I do not know you. The owner of this StakeBot has to let you in; /whoami shows the id that he needs."
            : $"This needs the role {Name(needed)}; yours is {Name(person.Role)}.";
    }

    /// <summary>A role in words.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Anyone => "stranger",
        Role.Viewer => "viewer",
        Role.Approver => "approver",
        Role.Owner => "owner",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
