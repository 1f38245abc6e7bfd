namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Every address that is used. A template is a constant; nothing is guessed from a path.</summary>
internal static class Routes
{
    public static Route CurrentApplication { get; } = new(HttpMethod.Get, "/applications/@me", "applications/@me", "");

    public static Route GatewayBot { get; } = new(HttpMethod.Get, "/gateway/bot", "gateway/bot", "");

    public static Route CreateDm { get; } = new(HttpMethod.Post, "/users/@me/channels", "users/@me/channels", "");

    public static Route CreateMessage(string channel) =>
        new(HttpMethod.Post, "/channels/{channel_id}/messages", $"channels/{Id(channel)}/messages", channel);

    public static Route EditMessage(string channel, string message) =>
        new(HttpMethod.Patch, "/channels/{channel_id}/messages/{message_id}", $"channels/{Id(channel)}/messages/{Id(message)}", channel);

    public static Route DeleteMessage(string channel, string message) =>
        new(HttpMethod.Delete, "/channels/{channel_id}/messages/{message_id}", $"channels/{Id(channel)}/messages/{Id(message)}", channel);

    public static Route TriggerTyping(string channel) =>
        new(HttpMethod.Post, "/channels/{channel_id}/typing", $"channels/{Id(channel)}/typing", channel);

    public static Route PutGlobalCommands(string application) =>
        new(HttpMethod.Put, "/applications/{application_id}/commands", $"applications/{Id(application)}/commands", "");

    public static Route PutGuildCommands(string application, string guild) =>
        new(HttpMethod.Put, "/applications/{application_id}/guilds/{guild_id}/commands", $"applications/{Id(application)}/guilds/{Id(guild)}/commands", guild);

    /// <summary>The first answer to an interaction; with its answer Discord names the message that it made.</summary>
    public static Route InteractionCallback(string interaction, string token) => new(
        HttpMethod.Post,
        "/interactions/{interaction_id}/{interaction_token}/callback",
        $"interactions/{Id(interaction)}/{Escaped(token)}/callback?with_response=true",
        $"{interaction}/{token}",
        token)
    {
        IsCallback = true,
    };

    public static Route GetOriginal(string application, string token) => Original(HttpMethod.Get, application, token);

    public static Route EditOriginal(string application, string token) => Original(HttpMethod.Patch, application, token);

    public static Route DeleteOriginal(string application, string token) => Original(HttpMethod.Delete, application, token);

    public static Route FollowUp(string application, string token) => new(
        HttpMethod.Post, "/webhooks/{application_id}/{interaction_token}", $"webhooks/{Id(application)}/{Escaped(token)}", $"{application}/{token}", token);

    public static Route EditFollowUp(string application, string token, string message) => OfMessage(HttpMethod.Patch, application, token, message);

    public static Route DeleteFollowUp(string application, string token, string message) => OfMessage(HttpMethod.Delete, application, token, message);

    private static Route Original(HttpMethod method, string application, string token) => new(
        method,
        "/webhooks/{application_id}/{interaction_token}/messages/@original",
        $"webhooks/{Id(application)}/{Escaped(token)}/messages/@original",
        $"{application}/{token}",
        token);

    private static Route OfMessage(HttpMethod method, string application, string token, string message) => new(
        method,
        "/webhooks/{application_id}/{interaction_token}/messages/{message_id}",
        $"webhooks/{Id(application)}/{Escaped(token)}/messages/{Id(message)}",
        $"{application}/{token}",
        token);

    // What stands in a path is a number or a token out of Discord's own answers; anything else would reach another address.
    private static string Id(string id) =>
        id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit) ? id : throw new ArgumentException("One of Discord's ids has 1 to 20 digits.", nameof(id));

    private static string Escaped(string token) => Uri.EscapeDataString(token);
}
