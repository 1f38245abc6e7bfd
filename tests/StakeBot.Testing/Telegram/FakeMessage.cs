using System.Text.Json.Nodes;

namespace StakeBot.Testing.Telegram;

/// <summary>A message of the bot's as its reader sees it.</summary>
public sealed record FakeMessage(int Id, long Chat, JsonObject Json)
{
    /// <summary>The text, or what stands below a picture or a file.</summary>
    public string Text => (string?)Json["text"] ?? (string?)Json["caption"] ?? "";

    /// <summary>Its picture's bytes; null when it has none.</summary>
    public byte[]? Photo { get; init; }

    /// <summary>Its file's bytes; null when it has none.</summary>
    public byte[]? Document { get; init; }

    /// <summary>Whether it was deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The message that it answers.</summary>
    public int? Answers => (int?)Json["reply_to_message"]?["message_id"];

    /// <summary>The topic that it is in.</summary>
    public int? Topic => (int?)Json["message_thread_id"];

    /// <summary>Label and data of each button.</summary>
    public IReadOnlyList<(string Label, string Data)> Buttons =>
        [.. (Json["reply_markup"]?["inline_keyboard"] as JsonArray ?? []).SelectMany(row => row!.AsArray()).Select(button => ((string)button!["text"]!, (string)button["callback_data"]!))];
}

/// <summary>A request that arrived.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Body">What was in it.</param>
/// <param name="Status">What was answered.</param>
public sealed record FakeRequest(string Method, JsonObject Body, int Status);
