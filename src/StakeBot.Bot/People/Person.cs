namespace StakeBot.Bot.People;

/// <summary>Somebody whom the gate has let in, with the role that he has here.</summary>
/// <param name="Identity">How the platform knows him.</param>
/// <param name="Role">What he may do.</param>
public sealed record Person(PlatformIdentity Identity, Role Role)
{
    /// <summary>Which human it is: the same on every platform that he has bound, so that one human counts once. A stranger's is his identity.</summary>
    public string Id { get; init; } = Identity.Key;

    /// <summary>What others call him. The owner chose it, or he brought it along: a text for people.</summary>
    public string Name { get; init; } = Identity.DisplayName;

    /// <summary>His identity under the name that others know him by: what a record says of who acted.</summary>
    public PlatformIdentity Signature => Identity with { DisplayName = Name };
}
