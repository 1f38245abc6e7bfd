namespace StakeBot.Bot.People;

/// <summary>A human who has a role here, with everything that he is known by.</summary>
/// <param name="Id">Which human it is; <see cref="OwnerId"/> for the owner.</param>
/// <param name="Name">What the others call him; unique without regard to case.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Identities">How platforms know him, one each at most.</param>
public sealed record Member(string Id, string Name, Role Role, IReadOnlyList<MemberIdentity> Identities)
{
    /// <summary>The owner's id: there is one owner, so there is one such id.</summary>
    public const string OwnerId = "owner";
}

/// <summary>How one platform knows a member.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Id">The platform's id.</param>
public sealed record MemberIdentity(string Platform, string Id)
{
    /// <summary><c>platform:id</c>.</summary>
    public string Key => $"{Platform}:{Id}";
}
