namespace StakeBot.Bot.People;

/// <summary>Somebody whom the gate has let in, with the role that he has here.</summary>
/// <param name="Identity">How the platform knows him.</param>
/// <param name="Role">What he may do.</param>
public sealed record Person(PlatformIdentity Identity, Role Role);
