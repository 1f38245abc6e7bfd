namespace StakeBot.Bot.Chat;

/// <summary>Where a message came from and where its answer goes.</summary>
/// <param name="Platform">The surface, such as <c>web</c>; the key of its <see cref="IChat"/>.</param>
/// <param name="Chat">The platform's id of the conversation.</param>
public sealed record ChatAddress(string Platform, string Chat)
{
    /// <summary>Whoever sits at this machine, whichever pages of the local chat he has open.</summary>
    public static readonly ChatAddress LocalPage = new("web", "owner");

    /// <summary>Where the same reader is found later: a session of the local chat ends with the process, the reader does not.</summary>
    public ChatAddress Lasting => Platform == LocalPage.Platform ? LocalPage : this;
}
