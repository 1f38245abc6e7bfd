namespace StakeBot.Bot.People;

/// <summary>A person as one platform knows him.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Id">The platform's id, never a changeable name.</param>
/// <param name="DisplayName">For greetings only; a stranger's text.</param>
public sealed record PlatformIdentity(string Platform, string Id, string DisplayName)
{
    /// <summary><c>platform:id</c>: how the journal names him, and the key of what is kept about this identity.</summary>
    public string Key => $"{Platform}:{Id}";
}
