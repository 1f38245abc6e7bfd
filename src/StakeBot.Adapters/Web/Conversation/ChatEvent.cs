namespace StakeBot.Adapters.Web.Conversation;

/// <summary>One event on its way to a page.</summary>
/// <param name="Kind">What the page listens for.</param>
/// <param name="Json">Its content, on one line.</param>
/// <param name="Id">Its place in the conversation; null for what is only true for a moment.</param>
internal sealed record ChatEvent(string Kind, string Json, long? Id = null)
{
    public const string Said = "said";
    public const string Replied = "reply";
    public const string Edited = "edited";
    public const string Told = "toast";

    /// <summary>The message that it shows or changes; null when it is about none.</summary>
    public string? Message { get; init; }

    public static readonly ChatEvent Typing = new("typing", "{}");
    public static readonly ChatEvent Beat = new("beat", "{}");

    /// <summary>The page is to forget what it shows: what follows is all there is.</summary>
    public static readonly ChatEvent Reset = new("reset", "{}");

    /// <summary>Everything kept has been shown again; from here on it is news.</summary>
    public static readonly ChatEvent Ready = new("ready", "{}");

    /// <summary>Too many pages are open: this one gives up its line.</summary>
    public static readonly ChatEvent Paused = new("paused", "{}");
}
