using System.Text.Json.Nodes;

namespace StakeBot.Testing.Telegram;

/// <summary>Somebody on Telegram.</summary>
public sealed record FakeUser(long Id, string Name)
{
    /// <summary>The bot's owner in most tests.</summary>
    public static readonly FakeUser Alice = new(5001, "Alice");

    /// <summary>Somebody else.</summary>
    public static readonly FakeUser Bob = new(5002, "Bob");

    internal JsonObject Json() => new() { ["id"] = Id, ["is_bot"] = false, ["first_name"] = Name, ["language_code"] = "en" };

    internal JsonObject Chat() => new() { ["id"] = Id, ["type"] = "private", ["first_name"] = Name };
}

/// <summary>A group on Telegram.</summary>
public sealed record FakeGroup(long Id, string Title)
{
    /// <summary>A fund's group.</summary>
    public static readonly FakeGroup Fund = new(-1001002003, "Fund");

    internal JsonObject Chat() => new() { ["id"] = Id, ["type"] = "supergroup", ["title"] = Title, ["is_forum"] = true };
}
