namespace StakeBot.Adapters.Discord.Rest;

/// <summary>
/// One of Discord's addresses. Its path may hold the token of an interaction, so that it never appears in a text: logs and errors have the template.
/// </summary>
internal sealed class Route
{
    public Route(HttpMethod method, string template, string path, string major, string? secret = null)
    {
        Method = method;
        Template = template;
        Path = path;
        Major = major;
        Secret = secret;
    }

    public HttpMethod Method { get; }

    /// <summary>Such as <c>/channels/{channel_id}/messages</c>.</summary>
    public string Template { get; }

    /// <summary>Below the base address, without a slash in front.</summary>
    public string Path { get; }

    /// <summary>The channel, the server or the webhook with its token: each has its own limit.</summary>
    public string Major { get; }

    /// <summary>The token in the path, which speaks for itself: then the bot's own is not sent along, and the bot's global limit does not count.</summary>
    public string? Secret { get; }

    /// <summary>Whether it is the first answer to an interaction, for which Discord waits three seconds.</summary>
    public bool IsCallback { get; init; }

    public override string ToString() => $"{Method} {Template}";
}
